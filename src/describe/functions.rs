//! Generated TypeScript functions: one for each object, which several schemas may share, and for whatever else has one.

use std::fmt::Write as _;

use crate::shape::Object;

/// The functions of one generated file.
pub(super) struct Functions {
    /// Their source.
    pub(super) code: String,
    prefix: &'static str,
    result: &'static str,
    objects: Vec<(&'static Object, String)>,
    count: usize,
}

/// The export of each schema's function, in the order of the definition: `reader0`, `reader1`. Each by a name of its own,
/// so that a bundler can drop those of the schemas that a program does not use.
pub(super) fn exported(role: &str, functions: &[String]) -> String {
    let names: Vec<_> = functions.iter().enumerate().map(|(at, name)| format!("{name} as {role}{at}")).collect();
    format!("export {{ {} }};\n", names.join(", "))
}

impl Functions {
    /// No function yet. Their names are to begin with the prefix, and they give the result.
    pub(super) fn new(prefix: &'static str, result: &'static str) -> Self {
        Self { code: String::new(), prefix, result, objects: Vec::new(), count: 0 }
    }

    /// Adds a function and gives its name.
    pub(super) fn add(&mut self, parameters: &str, body: &str) -> String {
        self.count += 1;
        let name = format!("{}{}", self.prefix, self.count);
        let _ = writeln!(self.code, "function {name}({parameters}): {} {{\n{body}}}", self.result);
        name
    }

    /// The name of an object's function, if it has one.
    pub(super) fn of(&self, object: &'static Object) -> Option<String> {
        self.objects.iter().find(|(known, _)| std::ptr::eq(*known, object)).map(|(_, name)| name.clone())
    }

    /// Adds an object's function and gives its name.
    pub(super) fn add_of(&mut self, object: &'static Object, parameters: &str, body: &str) -> String {
        let name = self.add(parameters, body);
        self.objects.push((object, name.clone()));
        name
    }
}
