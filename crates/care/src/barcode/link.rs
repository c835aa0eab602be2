//! A GS1 Digital Link: the fields stand in the path and the query of an address.

use super::ScanError;
use super::elements::Elements;
use super::identifiers::identifier;

/// The fields of an address: a primary key in the path, what qualifies it, and further fields in the query.
pub(super) fn elements(address: &str) -> Result<Elements, ScanError> {
    if !address.bytes().all(may_stand) {
        return Err(ScanError::Unknown);
    }
    let (_, rest) = address.split_once("://").ok_or(ScanError::Unknown)?;
    let rest = rest.split_once('#').map_or(rest, |(before, _)| before);
    let (path, query) = rest.split_once('?').unwrap_or((rest, ""));
    let steps: Vec<&str> = path.split('/').skip(1).collect();
    let is_primary = |step: &&str| identifier(step).is_some_and(|known| known.is_primary);
    let start = steps.iter().position(is_primary).ok_or(ScanError::Unknown)?;
    let mut elements = Elements::new();
    let mut in_path = Vec::new();
    for pair in steps.get(start..).unwrap_or_default().chunks(2) {
        let [ai, value] = pair else { return Err(ScanError::Unknown) };
        elements.push(element(ai, value)?);
        in_path.push(*ai);
    }
    if !is_in_order(&in_path) {
        return Err(ScanError::Unknown);
    }
    // Keys of the query that are no identifiers belong to the maker's own address.
    for (key, value) in query.split('&').filter_map(|pair| pair.split_once('=')) {
        if identifier(key).is_some() {
            elements.push(element(key, value)?);
        }
    }
    Ok(elements)
}

/// Whether what follows the primary key may qualify it, in that order.
fn is_in_order(path: &[&str]) -> bool {
    let Some((key, own)) = path.split_first() else { return false };
    let lists = identifier(key).map(|known| known.qualifiers.as_slice()).unwrap_or_default();
    let follows = |list: &String| {
        let mut allowed = list.split(',');
        own.iter().all(|ai| allowed.any(|next| next == *ai))
    };
    own.is_empty() || lists.iter().any(follows)
}

/// Whether a letter may stand in an address (RFC 3986); any other is a fault of the scanner, even where no field is.
fn may_stand(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || b"-._~:/?#[]@!$&'()*+,;=%".contains(&byte)
}

fn element(ai: &str, written: &str) -> Result<(String, String), ScanError> {
    let value = decoded(written).ok_or(ScanError::Unknown)?;
    // An address may leave out the leading zeros of a trade item number.
    let value = if ai == "01" && matches!(value.len(), 8 | 12 | 13) { format!("{value:0>14}") } else { value };
    identifier(ai).ok_or(ScanError::Unknown)?.accepts(ai, &value)?;
    Ok((ai.to_owned(), value))
}

/// The text behind percent signs.
fn decoded(written: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(written.len());
    let mut rest = written.as_bytes();
    while let Some((first, tail)) = rest.split_first() {
        if *first == b'%' {
            let digits = std::str::from_utf8(tail.get(..2)?).ok()?;
            bytes.push(u8::from_str_radix(digits, 16).ok()?);
            rest = tail.get(2..)?;
        } else {
            bytes.push(*first);
            rest = tail;
        }
    }
    String::from_utf8(bytes).ok()
}
