/**
 * A spot is where a message can stand: a field's JSON pointer, or a row of it.
 *
 * @param {string} pointer the field's
 * @param {number} row its id, which stays the same when rows above it go
 */
export const rowSpot = (pointer, row) => `${pointer}#${row}`;

/**
 * The value of a row that also has a key; what is about the key stands at the row itself.
 *
 * @param {string} pointer the field's
 * @param {number} row its id
 */
export const valueSpot = (pointer, row) => `${rowSpot(pointer, row)}/value`;
