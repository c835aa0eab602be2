//! JSON as a tree that keeps numbers exact and refuses a key that stands twice.

use std::fmt;

use serde::de::{self, Deserialize, Deserializer, MapAccess, SeqAccess, Visitor};

use super::CaseError;
use crate::decimal::Decimal;

/// One JSON value.
#[derive(Debug)]
pub(super) enum Node {
    Null,
    Flag(bool),
    /// `None` when it is larger than anything a case may hold.
    Number(Option<Decimal>),
    Text(String),
    List(Vec<Node>),
    Object(Vec<(String, Node)>),
}

/// Reads the text as one JSON object.
pub(super) fn parse(json: &[u8]) -> Result<Node, CaseError> {
    serde_json::from_slice(json).map_err(|error| CaseError {
        path: "case".to_owned(),
        allowed: format!(
            "one JSON object in which every key stands once (line {}, column {})",
            error.line(),
            error.column()
        ),
    })
}

impl<'de> Deserialize<'de> for Node {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(NodeVisitor)
    }
}

struct NodeVisitor;

impl<'de> Visitor<'de> for NodeVisitor {
    type Value = Node;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("JSON")
    }

    fn visit_unit<E>(self) -> Result<Node, E> {
        Ok(Node::Null)
    }

    fn visit_bool<E>(self, flag: bool) -> Result<Node, E> {
        Ok(Node::Flag(flag))
    }

    fn visit_i64<E>(self, number: i64) -> Result<Node, E> {
        Ok(Node::Number(number.to_string().parse().ok()))
    }

    fn visit_u64<E>(self, number: u64) -> Result<Node, E> {
        Ok(Node::Number(number.to_string().parse().ok()))
    }

    // A float prints as the shortest decimal that stands for it, which is what was written.
    fn visit_f64<E>(self, number: f64) -> Result<Node, E> {
        Ok(Node::Number(number.to_string().parse().ok()))
    }

    fn visit_str<E>(self, text: &str) -> Result<Node, E> {
        Ok(Node::Text(text.to_owned()))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<Node, A::Error> {
        let mut list = Vec::new();
        while let Some(node) = seq.next_element()? {
            list.push(node);
        }
        Ok(Node::List(list))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Node, A::Error> {
        let mut object: Vec<(String, Node)> = Vec::new();
        while let Some((key, node)) = map.next_entry::<String, Node>()? {
            if object.iter().any(|(other, _)| *other == key) {
                return Err(de::Error::custom("a key stands twice"));
            }
            object.push((key, node));
        }
        Ok(Node::Object(object))
    }
}
