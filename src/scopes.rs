//! The scopes of a Teable OAuth application: what each allows, how much it can harm, and what it needs beside it.
//!
//! Newer servers know more scopes; one that is not listed is unknown to this version, not nonsense.

pub use prevet_advice::scopes::{Risk, action, group, risk};

use crate::schemas::teable_scope::Scope;
use crate::shape::{Describe, Kind, Text};

/// One scope, as a form shows it.
#[derive(Debug, Clone, Copy)]
pub struct Entry {
    /// Its name on the wire.
    pub scope: &'static str,
    /// What a check box says.
    pub label: Text,
    /// What it means for the user's data.
    pub description: Text,
    /// What is remarkable about it: `bulk-data`, `runs-later`, `personal-data`, `account-takeover`.
    pub flags: &'static [&'static str],
}

/// A choice of scopes that fits a common purpose.
#[derive(Debug, Clone, Copy)]
pub struct Preset {
    /// Its stable name.
    pub name: &'static str,
    /// What a button says.
    pub label: Text,
    /// Whether a scope belongs to it.
    pub has: fn(&str) -> bool,
}

const fn entry(
    scope: &'static str,
    en: &'static str,
    zh: &'static str,
    about: &'static str,
    about_zh: &'static str,
) -> Entry {
    Entry { scope, label: Text { en, zh }, description: Text { en: about, zh: about_zh }, flags: &[] }
}

const fn flagged(mut entry: Entry, flags: &'static [&'static str]) -> Entry {
    entry.flags = flags;
    entry
}

/// Every scope of this version, in the document's order.
pub const CATALOGUE: &[Entry] = &[
    entry(
        "table|create",
        "Create tables",
        "新建数据表",
        "Adds new tables to the user's bases.",
        "在用户的数据库中新建数据表。",
    ),
    entry(
        "table|delete",
        "Delete tables",
        "删除数据表",
        "Moves whole tables to the trash.",
        "将整张数据表移入回收站。",
    ),
    flagged(
        entry(
            "table|export",
            "Export whole tables",
            "导出整张数据表",
            "Downloads all records of a table at once.",
            "一次性下载数据表的全部记录。",
        ),
        &["bulk-data"],
    ),
    entry(
        "table|import",
        "Import data into tables",
        "向数据表导入数据",
        "Adds records from files in bulk.",
        "从文件批量添加记录。",
    ),
    entry(
        "table|read",
        "View tables",
        "查看数据表",
        "Lists tables and reads their settings.",
        "列出数据表并读取其设置。",
    ),
    entry(
        "table|update",
        "Rename and reconfigure tables",
        "修改数据表名称与设置",
        "Changes names and settings, not records.",
        "只修改名称与设置，不涉及记录。",
    ),
    entry(
        "table|trash_read",
        "View a table's trash",
        "查看数据表回收站",
        "Lists what was deleted from a table.",
        "列出从数据表中删除的内容。",
    ),
    entry(
        "table|trash_update",
        "Restore items from a table's trash",
        "从回收站恢复内容",
        "Puts deleted items back.",
        "将已删除的内容放回原处。",
    ),
    entry(
        "table|trash_reset",
        "Empty a table's trash for good",
        "永久清空回收站",
        "What was in the trash cannot be restored.",
        "清空后，回收站中的内容无法恢复。",
    ),
    entry("view|create", "Create views", "新建视图", "Adds views to tables.", "为数据表添加视图。"),
    entry("view|delete", "Delete views", "删除视图", "Removes views; records stay.", "移除视图，记录会保留。"),
    entry(
        "view|read",
        "View the views of a table",
        "查看视图",
        "Lists views and reads their settings.",
        "列出视图并读取其设置。",
    ),
    entry(
        "view|update",
        "Change filters, sorts and layout of views",
        "修改视图的筛选、排序与布局",
        "Changes what everybody sees in a shared view.",
        "会改变所有人在共享视图中看到的内容。",
    ),
    entry("field|create", "Add fields", "新增字段", "Adds columns to tables.", "为数据表添加列。"),
    entry(
        "field|delete",
        "Delete fields together with their values",
        "删除字段及其数据",
        "Removes a column from every record.",
        "从每条记录中移除该列。",
    ),
    entry(
        "field|read",
        "View field definitions",
        "查看字段定义",
        "Reads names, types and options of columns.",
        "读取列的名称、类型与选项。",
    ),
    entry(
        "field|update",
        "Change field types and options",
        "修改字段类型与选项",
        "Converting a column can lose values.",
        "转换列的类型可能会丢失数据。",
    ),
    entry(
        "record|comment",
        "Write comments on records",
        "在记录下发表评论",
        "Comments appear under the user's name.",
        "评论以用户的名义发表。",
    ),
    entry("record|create", "Add records", "新增记录", "Adds rows to tables.", "向数据表添加行。"),
    entry("record|delete", "Delete records", "删除记录", "Moves rows to the trash.", "将行移入回收站。"),
    entry(
        "record|read",
        "Read record data",
        "读取记录数据",
        "Reads every value that the user can see.",
        "读取用户可见的全部数据。",
    ),
    entry(
        "record|update",
        "Edit record data",
        "编辑记录数据",
        "Overwrites values of existing rows.",
        "覆盖已有行中的数据。",
    ),
    flagged(
        entry(
            "automation|create",
            "Create automations",
            "新建自动化流程",
            "Automations go on running on their own.",
            "自动化流程会自行持续运行。",
        ),
        &["runs-later"],
    ),
    entry(
        "automation|delete",
        "Delete automations",
        "删除自动化流程",
        "Stops and removes automations.",
        "停止并移除自动化流程。",
    ),
    entry(
        "automation|read",
        "View automations",
        "查看自动化流程",
        "Reads triggers and actions.",
        "读取触发条件与动作。",
    ),
    flagged(
        entry(
            "automation|update",
            "Change automations",
            "修改自动化流程",
            "Changes what runs later, and when.",
            "改变之后运行的内容和时间。",
        ),
        &["runs-later"],
    ),
    flagged(
        entry(
            "user|email_read",
            "See the signed-in user's email address",
            "查看当前用户的邮箱",
            "Needed to recognize users who sign in.",
            "用于识别登录的用户。",
        ),
        &["personal-data"],
    ),
    flagged(
        entry(
            "user|integrations",
            "Manage the user's integrations and personal access tokens",
            "管理用户的集成与个人访问令牌",
            "Whoever can make tokens can do all that the user can.",
            "能创建令牌，就能执行用户的一切操作。",
        ),
        &["account-takeover"],
    ),
];

/// The groups, with what a row of the matrix says.
pub const GROUPS: &[(&str, Text)] = &[
    ("table", Text { en: "Tables", zh: "数据表" }),
    ("view", Text { en: "Views", zh: "视图" }),
    ("field", Text { en: "Fields", zh: "字段" }),
    ("record", Text { en: "Records", zh: "记录" }),
    ("automation", Text { en: "Automations", zh: "自动化" }),
    ("user", Text { en: "User", zh: "用户" }),
];

/// The actions, with what a column of the matrix says, from harmless to harmful.
pub const ACTIONS: &[(&str, Text)] = &[
    ("read", Text { en: "Read", zh: "查看" }),
    ("email_read", Text { en: "Read email", zh: "查看邮箱" }),
    ("trash_read", Text { en: "Read trash", zh: "查看回收站" }),
    ("export", Text { en: "Export", zh: "导出" }),
    ("create", Text { en: "Create", zh: "新建" }),
    ("update", Text { en: "Update", zh: "修改" }),
    ("import", Text { en: "Import", zh: "导入" }),
    ("comment", Text { en: "Comment", zh: "评论" }),
    ("trash_update", Text { en: "Restore", zh: "恢复" }),
    ("integrations", Text { en: "Integrations", zh: "集成" }),
    ("delete", Text { en: "Delete", zh: "删除" }),
    ("trash_reset", Text { en: "Empty trash", zh: "清空回收站" }),
];

/// Choices worth offering, from little to everything.
pub const PRESETS: &[Preset] = &[
    Preset {
        name: "sign-in",
        label: Text { en: "Sign-in only", zh: "仅登录" },
        has: |scope| scope == "user|email_read",
    },
    Preset { name: "read", label: Text { en: "Read-only", zh: "只读" }, has: |scope| action(scope) == "read" },
    Preset {
        name: "read-write",
        label: Text { en: "Read and write data", zh: "读写数据" },
        has: |scope| {
            matches!(
                scope,
                "record|create" | "record|update" | "table|read" | "view|read" | "field|read" | "record|read"
            )
        },
    },
    Preset { name: "all", label: Text { en: "Everything", zh: "全部权限" }, has: |_| true },
];

/// Every scope of this version, in the document's order.
pub fn all() -> &'static [&'static str] {
    match <Scope as Describe>::NODE.kind {
        Kind::Options(options) => options.values,
        _ => &[],
    }
}

/// The scope without which another is of little use, if there is one.
pub fn needs(scope: &str) -> Option<&'static str> {
    prevet_advice::scopes::needs(scope, all())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_catalogue_is_that_of_the_cases() {
        let cases: serde_json::Value = serde_json::from_str(include_str!("../tests/cases/scopes.json")).unwrap();
        let cases = cases.as_array().unwrap();
        assert_eq!(CATALOGUE.len(), cases.len());
        for ((entry, case), scope) in CATALOGUE.iter().zip(cases).zip(all()) {
            let list = |name: &str| case[name].as_array().cloned().unwrap_or_default();
            assert_eq!((entry.scope, Some(entry.scope)), (*scope, case["scope"].as_str()));
            assert_eq!(case["group"], group(entry.scope));
            assert_eq!(case["en"], entry.label.en);
            assert_eq!(case["zh"], entry.label.zh);
            assert_eq!(case["risk"], risk(entry.scope).as_str());
            assert_eq!(list("flags"), entry.flags);
            assert_eq!(list("needs"), needs(entry.scope).into_iter().collect::<Vec<_>>());
            assert!(GROUPS.iter().any(|(name, _)| *name == group(scope)), "{scope}");
            assert!(ACTIONS.iter().any(|(name, _)| *name == action(scope)), "{scope}");
        }
    }

    #[test]
    fn the_docs_of_the_scopes_are_their_labels() {
        let source = include_str!("schemas/teable_scope.rs");
        let lines: Vec<_> = source.lines().map(str::trim).collect();
        for Entry { scope, label, .. } in CATALOGUE {
            let attribute = format!("#[serde(rename = \"{scope}\")]");
            let at = lines.iter().position(|line| *line == attribute).unwrap();
            assert_eq!(lines[at - 1], format!("/// {}.", label.en));
        }
    }

    #[test]
    fn presets_grow() {
        let sizes: Vec<_> =
            PRESETS.iter().map(|preset| all().iter().filter(|scope| (preset.has)(scope)).count()).collect();
        assert_eq!(sizes, [1, 5, 6, 28]);
    }
}
