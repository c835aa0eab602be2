//! One spelling of a value: the bytes that are hashed (RFC 8785), and no fractional number in them.

use serde::Serialize;
use serde_json::Value;

use crate::StoreError;

/// The canonical bytes of a value.
///
/// # Errors
/// [`StoreError::NotCanonical`] where it carries a fractional number or a map key that is no text.
pub(crate) fn canonical<T: Serialize + ?Sized>(value: &T) -> Result<Vec<u8>, StoreError> {
    let value = serde_json::to_value(value).map_err(|_| StoreError::NotCanonical)?;
    if has_fraction(&value) {
        return Err(StoreError::NotCanonical);
    }
    serde_json_canonicalizer::to_vec(&value).map_err(|_| StoreError::NotCanonical)
}

fn has_fraction(value: &Value) -> bool {
    match value {
        Value::Number(number) => number.is_f64(),
        Value::Array(items) => items.iter().any(has_fraction),
        Value::Object(members) => members.values().any(has_fraction),
        Value::Null | Value::Bool(_) | Value::String(_) => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
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
}
