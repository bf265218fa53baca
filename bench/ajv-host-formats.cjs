/** The formats of the "ajv, host's URL" peer: what its user writes who wants the server's rule for URLs. */
const { fullFormats } = require("ajv-formats/dist/formats");

module.exports = { uri: (text) => URL.canParse(text), uuid: fullFormats.uuid };
