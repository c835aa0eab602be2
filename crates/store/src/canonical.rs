//! One spelling of a value: the bytes that are hashed (RFC 8785), and no fractional number in them.
//!
//! Written directly, because every record and every entry goes through here: sorted keys, nothing padded, the
//! shortest escapes. The crate that is the reference for it is asked in a test, whether both spell every value alike.

use std::cmp::Ordering;
use std::io::Write as _;

use serde::Serialize;
use serde_json::{Number, Value};

use crate::StoreError;

/// Whole numbers beyond this are spelled as the nearest number of 53 bits: the rule of RFC 8785.
const LARGEST_EXACT: u64 = 1 << 53;

/// The canonical bytes of a value.
///
/// # Errors
/// [`StoreError::NotCanonical`] where it carries a fractional number or a map key that is no text.
pub(crate) fn canonical<T: Serialize + ?Sized>(value: &T) -> Result<Vec<u8>, StoreError> {
    let value = serde_json::to_value(value).map_err(|_| StoreError::NotCanonical)?;
    let mut bytes = Vec::with_capacity(1024);
    spell(&value, &mut bytes)?;
    Ok(bytes)
}

fn spell(value: &Value, into: &mut Vec<u8>) -> Result<(), StoreError> {
    match value {
        Value::Null => into.extend_from_slice(b"null"),
        Value::Bool(true) => into.extend_from_slice(b"true"),
        Value::Bool(false) => into.extend_from_slice(b"false"),
        Value::Number(number) => spell_number(number, into)?,
        Value::String(text) => spell_text(text, into),
        Value::Array(items) => {
            into.push(b'[');
            for (n, item) in items.iter().enumerate() {
                comma(n, into);
                spell(item, into)?;
            }
            into.push(b']');
        }
        Value::Object(members) => {
            let mut sorted: Vec<(&String, &Value)> = members.iter().collect();
            sorted.sort_by(|(one, _), (other, _)| by_utf16(one, other));
            into.push(b'{');
            for (n, (key, member)) in sorted.into_iter().enumerate() {
                comma(n, into);
                spell_text(key, into);
                into.push(b':');
                spell(member, into)?;
            }
            into.push(b'}');
        }
    }
    Ok(())
}

fn comma(n: usize, into: &mut Vec<u8>) {
    if n > 0 {
        into.push(b',');
    }
}

/// Keys are in the order of their UTF-16 units, which is that of their bytes where all are plain.
fn by_utf16(one: &str, other: &str) -> Ordering {
    if one.is_ascii() && other.is_ascii() { one.cmp(other) } else { one.encode_utf16().cmp(other.encode_utf16()) }
}

fn spell_number(number: &Number, into: &mut Vec<u8>) -> Result<(), StoreError> {
    match (number.as_u64(), number.as_i64()) {
        (Some(whole), _) => spell_unsigned(whole, into),
        (None, Some(whole)) => spell_signed(whole, into),
        (None, None) => Err(StoreError::NotCanonical),
    }
}

/// A whole number.
pub(crate) fn spell_unsigned(number: u64, into: &mut Vec<u8>) -> Result<(), StoreError> {
    if number > LARGEST_EXACT {
        return spell_inexact(&number, into);
    }
    write!(into, "{number}").map_err(|_| StoreError::NotCanonical)
}

/// A whole number with its sign.
pub(crate) fn spell_signed(number: i64, into: &mut Vec<u8>) -> Result<(), StoreError> {
    if number.unsigned_abs() > LARGEST_EXACT {
        return spell_inexact(&number, into);
    }
    write!(into, "{number}").map_err(|_| StoreError::NotCanonical)
}

/// No number of a record is as large; the rule for it is not ours to write.
fn spell_inexact<T: Serialize>(number: &T, into: &mut Vec<u8>) -> Result<(), StoreError> {
    serde_json_canonicalizer::to_writer(number, into).map_err(|_| StoreError::NotCanonical)
}

/// A text between its quotation marks.
pub(crate) fn spell_text(text: &str, into: &mut Vec<u8>) {
    into.push(b'"');
    let mut rest = text.as_bytes();
    while let Some(place) = rest.iter().position(|byte| matches!(byte, 0..0x20 | b'"' | b'\\')) {
        let (plain, after) = rest.split_at(place);
        into.extend_from_slice(plain);
        let Some((escaped, after)) = after.split_first() else { break };
        escape(*escaped, into);
        rest = after;
    }
    into.extend_from_slice(rest);
    into.push(b'"');
}

fn escape(byte: u8, into: &mut Vec<u8>) {
    let short = match byte {
        b'"' | b'\\' => byte,
        0x08 => b'b',
        b'\t' => b't',
        b'\n' => b'n',
        0x0c => b'f',
        b'\r' => b'r',
        _ => {
            into.extend_from_slice(b"\\u00");
            into.extend_from_slice(data_encoding::HEXLOWER.encode(&[byte]).as_bytes());
            return;
        }
    };
    into.extend_from_slice(&[b'\\', short]);
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use serde_json::json;

    #[test]
    fn a_record_has_one_spelling_whatever_the_order_of_its_fields() {
        let one = canonical(&json!({"b": 1, "a": ["x", null]})).unwrap();
        assert_eq!(one, br#"{"a":["x",null],"b":1}"#, "keys are sorted and nothing is padded");
    }

    #[test]
    fn a_fractional_amount_is_refused() {
        assert_eq!(canonical(&json!({"depth": [1.5]})), Err(StoreError::NotCanonical), "depths are whole micrometres");
    }

    /// Any value without a fraction: numbers of any size, keys and texts of any sign.
    fn any_value() -> impl Strategy<Value = Value> {
        let leaf = prop_oneof![
            Just(Value::Null),
            any::<bool>().prop_map(Value::from),
            any::<u64>().prop_map(Value::from),
            any::<i64>().prop_map(Value::from),
            (-5_i64..5).prop_map(|near| Value::from((1_i64 << 53) + near)),
            any::<String>().prop_map(Value::from),
            "[\\x00-\\x7f]{0,12}".prop_map(Value::from),
        ];
        leaf.prop_recursive(4, 40, 6, |inner| {
            prop_oneof![
                prop::collection::vec(inner.clone(), 0..6).prop_map(Value::from),
                prop::collection::btree_map(
                    prop_oneof!["[a-z_]{1,6}", any::<String>(), "[\u{e000}-\u{f8ff}\u{10000}-\u{10fff}]{1,2}"],
                    inner,
                    0..6
                )
                .prop_map(|members| Value::Object(members.into_iter().collect())),
            ]
        })
    }

    proptest! {
        #[test]
        fn every_value_is_spelled_as_the_reference_spells_it(value in any_value()) {
            let reference = serde_json_canonicalizer::to_vec(&value).unwrap();
            prop_assert_eq!(
                String::from_utf8(canonical(&value).unwrap()).unwrap(),
                String::from_utf8(reference).unwrap(),
                "a hash of one is a hash of the other"
            );
        }
    }
}
