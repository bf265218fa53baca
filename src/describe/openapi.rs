//! What an OpenAPI document says about the bodies that the schemas mirror, and how two such sayings differ.
//!
//! Dialects are made one: `$ref` and `allOf` are resolved, `const` is a list of one, every spelling of "or null" is
//! `nullable`, and texts and examples are left out. One text is looked into: a description that promises `null` where
//! the schema does not allow it. What remains is compared member by member, also keywords that nobody has heard of.

mod canonical;
mod compare;

use std::collections::BTreeSet;

use serde_json::{Map, Value, json};

use canonical::Reader;
pub use compare::differences;

/// The documents that the schemas mirror.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Source {
    /// Teable, "Post enterprise authentication".
    TeableAuthentication,
    /// Teable, "Post oauthclient".
    TeableOAuthClient,
    /// Zapier, "Create Authentication".
    ZapierAuthentication,
}

impl Source {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::TeableAuthentication, Self::TeableOAuthClient, Self::ZapierAuthentication];

    /// The name of the vendored document in `tests/openapi`.
    pub fn file(self) -> &'static str {
        match self {
            Self::TeableAuthentication => "teable-enterprise-authentication.txt",
            Self::TeableOAuthClient => "teable-oauth-client.txt",
            Self::ZapierAuthentication => "zapier-create-authentication.txt",
        }
    }

    /// What the names of its schemas begin with.
    fn prefix(self) -> &'static str {
        match self {
            Self::TeableAuthentication => "teable.authentication",
            Self::TeableOAuthClient => "teable.oauth-client",
            Self::ZapierAuthentication => "zapier.authentication",
        }
    }

    /// What the names of all schemas of its service begin with.
    fn service(self) -> &'static str {
        self.prefix().split('.').next().unwrap_or_default()
    }

    /// The name of the schema of its error responses. Teable's documents have none.
    fn refusal(self) -> String {
        format!("{}.error.response", self.service())
    }

    /// The source whose `POST` goes to that path, whatever its parameters are called.
    fn of_path(path: &str) -> Option<Self> {
        match path.split('/').filter(|part| !part.is_empty()).collect::<Vec<_>>().as_slice() {
            ["enterprise", parameter, "authentication"] if parameter.starts_with('{') => {
                Some(Self::TeableAuthentication)
            }
            ["oauth", "client"] => Some(Self::TeableOAuthClient),
            ["v2", "authentications"] => Some(Self::ZapierAuthentication),
            _ => None,
        }
    }
}

/// What becomes of a reference to a schema of which prevet has one by the same name. It is always read by itself too.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum References {
    /// It is followed, so that every body is written out, as the emitted schemas are.
    Follow,
    /// It remains a name, so that a change of that schema is one difference and not one at every place of use.
    Name,
}

/// The YAML or JSON in a document: what stands in its fenced block, or all of it where there is none.
pub fn fenced(document: &str) -> &str {
    let Some((_, rest)) = document.split_once("````yaml") else { return document };
    let body = rest.split_once('\n').map_or("", |(_, body)| body);
    body.split_once("\n````").map_or(body, |(body, _)| body)
}

/// The schemas of a document in canonical form, by our names for them, and its `endpoint`. An error names what is
/// missing, as a sentence.
pub fn read(document: &Value, references: References) -> Result<(Source, Map<String, Value>), String> {
    let (source, operation) = operation(document)
        .ok_or("This is none of the three documents: it has no POST operation that prevet knows.")?;
    let mut reader = Reader::new(document, source.service(), references);
    let mut out = Map::new();
    out.insert(format!("{} endpoint", source.prefix()), operation.endpoint);
    let body = operation.body.ok_or("The operation has no JSON request body.")?;
    out.insert(format!("{}.request", source.prefix()), reader.read(body)?);
    for (status, body) in operation.responses {
        let body = reader.read(body)?;
        if status.starts_with('2') {
            out.insert(format!("{}.response", source.prefix()), body);
        } else if *out.entry(source.refusal()).or_insert_with(|| body.clone()) != body {
            out.insert(format!("{} ({status})", source.refusal()), body);
        }
    }
    reader.read_mentioned(&mut out)?;
    Ok((source, out))
}

/// A schema that stands by itself, such as an emitted one, in canonical form. An error names what it refers to in vain.
pub fn canonical(schema: &Value) -> Result<Value, String> {
    Reader::new(schema, "", References::Follow).read(schema)
}

struct Operation<'d> {
    endpoint: Value,
    body: Option<&'d Value>,
    /// The JSON body of each status, by status.
    responses: Vec<(&'d str, &'d Value)>,
}

/// The operation that is mirrored, from `paths` as the standard has them or as Zapier's documentation prints them.
fn operation(document: &Value) -> Option<(Source, Operation<'_>)> {
    let paths = document.get("paths")?.as_object()?;
    if let Some(path) = paths.get("path").and_then(Value::as_str) {
        return Some((Source::of_path(path)?, printed(path, document.get("paths")?)));
    }
    paths.iter().find_map(|(path, item)| Some((Source::of_path(path)?, standard(path, item.get("post")?, document))))
}

fn standard<'d>(path: &str, operation: &'d Value, document: &'d Value) -> Operation<'d> {
    let content = |at: &'d Value| at.pointer("/content/application~1json/schema");
    let parameters = operation.get("parameters").and_then(Value::as_array).into_iter().flatten();
    let parameters = parameters.map(|parameter| {
        let text = |key| parameter.get(key).and_then(Value::as_str).unwrap_or_default();
        format!("{} {}", text("in"), text("name"))
    });
    let responses = object(operation.get("responses"));
    Operation {
        endpoint: endpoint(path, document, parameters.collect(), responses.clone().map(|(status, _)| status)),
        body: operation.get("requestBody").and_then(content),
        responses: responses.filter_map(|(status, response)| Some((status, content(response)?))).collect(),
    }
}

fn printed<'d>(path: &str, operation: &'d Value) -> Operation<'d> {
    let content = |at: &'d Value| at.pointer("/application~1json/schemaArray/0");
    let groups = object(operation.pointer("/request/parameters"));
    let parameters =
        groups.flat_map(|(group, names)| object(Some(names)).map(move |(name, _)| format!("{group} {name}")));
    let responses = object(operation.get("response"));
    Operation {
        endpoint: endpoint(path, operation, parameters.collect(), responses.clone().map(|(status, _)| status)),
        body: operation.pointer("/request/body").and_then(content),
        responses: responses.filter_map(|(status, response)| Some((status, content(response)?))).collect(),
    }
}

fn endpoint<'d>(
    path: &str,
    servers: &Value,
    parameters: BTreeSet<String>,
    responses: impl Iterator<Item = &'d str>,
) -> Value {
    let server = servers.pointer("/servers/0/url").and_then(Value::as_str).unwrap_or_default();
    let responses: BTreeSet<&str> = responses.collect();
    json!({ "url": format!("POST {server}{path}"), "parameters": parameters, "responses": responses })
}

/// The members of an object; none of anything else.
fn object(value: Option<&Value>) -> impl Iterator<Item = (&str, &Value)> + Clone {
    value.and_then(Value::as_object).into_iter().flatten().map(|(key, value)| (key.as_str(), value))
}
