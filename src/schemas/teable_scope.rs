//! The 28 scopes of a Teable OAuth application, in the document's order.

use serde::Deserialize;

use crate::shape::Shape;

/// What an application may do on a user's behalf. Newer servers know more scopes than this version.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, Shape)]
#[field(open)]
pub enum Scope {
    /// Create tables.
    #[serde(rename = "table|create")]
    TableCreate,
    /// Delete tables.
    #[serde(rename = "table|delete")]
    TableDelete,
    /// Export whole tables.
    #[serde(rename = "table|export")]
    TableExport,
    /// Import data into tables.
    #[serde(rename = "table|import")]
    TableImport,
    /// View tables.
    #[serde(rename = "table|read")]
    TableRead,
    /// Rename and reconfigure tables.
    #[serde(rename = "table|update")]
    TableUpdate,
    /// View a table's trash.
    #[serde(rename = "table|trash_read")]
    TableTrashRead,
    /// Restore items from a table's trash.
    #[serde(rename = "table|trash_update")]
    TableTrashUpdate,
    /// Empty a table's trash for good.
    #[serde(rename = "table|trash_reset")]
    TableTrashReset,
    /// Create views.
    #[serde(rename = "view|create")]
    ViewCreate,
    /// Delete views.
    #[serde(rename = "view|delete")]
    ViewDelete,
    /// View the views of a table.
    #[serde(rename = "view|read")]
    ViewRead,
    /// Change filters, sorts and layout of views.
    #[serde(rename = "view|update")]
    ViewUpdate,
    /// Add fields.
    #[serde(rename = "field|create")]
    FieldCreate,
    /// Delete fields together with their values.
    #[serde(rename = "field|delete")]
    FieldDelete,
    /// View field definitions.
    #[serde(rename = "field|read")]
    FieldRead,
    /// Change field types and options.
    #[serde(rename = "field|update")]
    FieldUpdate,
    /// Write comments on records.
    #[serde(rename = "record|comment")]
    RecordComment,
    /// Add records.
    #[serde(rename = "record|create")]
    RecordCreate,
    /// Delete records.
    #[serde(rename = "record|delete")]
    RecordDelete,
    /// Read record data.
    #[serde(rename = "record|read")]
    RecordRead,
    /// Edit record data.
    #[serde(rename = "record|update")]
    RecordUpdate,
    /// Create automations.
    #[serde(rename = "automation|create")]
    AutomationCreate,
    /// Delete automations.
    #[serde(rename = "automation|delete")]
    AutomationDelete,
    /// View automations.
    #[serde(rename = "automation|read")]
    AutomationRead,
    /// Change automations.
    #[serde(rename = "automation|update")]
    AutomationUpdate,
    /// See the signed-in user's email address.
    #[serde(rename = "user|email_read")]
    UserEmailRead,
    /// Manage the user's integrations and personal access tokens.
    #[serde(rename = "user|integrations")]
    UserIntegrations,
}
