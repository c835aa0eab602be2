//! Fields that belong together: an expiry to its trade item number, a price to its weight.
//!
//! A label may carry two barcodes, so what is missing is only told, never a reason to refuse. Source: the
//! associations of the GS1 syntax dictionary.

use super::identifiers::identifier;
use super::warning::Warning;

/// One warning per association of the dictionary that does not hold among these fields.
pub(super) fn check(elements: &[(String, String)]) -> Vec<Warning> {
    let fields: Vec<&str> = elements.iter().map(|(ai, _)| ai.as_str()).collect();
    let mut warnings = Vec::new();
    for field in &fields {
        let Some(known) = identifier(field) else { continue };
        for needs in known.needs.iter().filter(|needs| !is_met(needs, &fields)) {
            warnings.push(Warning::MissingCompanion { field: (*field).to_owned(), needs: needs.clone() });
        }
        let unfit = |other: &&&str| *other != field && known.not_with.iter().any(|list| is_met(list, &[other]));
        for other in fields.iter().filter(unfit) {
            let told = Warning::NotTogether { field: (*other).to_owned(), other: (*field).to_owned() };
            if !warnings.contains(&told) {
                warnings.push(Warning::NotTogether { field: (*field).to_owned(), other: (*other).to_owned() });
            }
        }
    }
    warnings
}

/// Whether one alternative of "01+21,02,35nn" stands among the fields.
fn is_met(list: &str, fields: &[&str]) -> bool {
    let stands = |pattern: &str| fields.iter().any(|field| fits(pattern, field));
    list.split(',').any(|alternative| alternative.split('+').all(stands))
}

/// Whether a field is the one a pattern names; "n" is any digit.
fn fits(pattern: &str, field: &str) -> bool {
    let same = |(named, own): (u8, u8)| named == own || (named == b'n' && own.is_ascii_digit());
    pattern.len() == field.len() && pattern.bytes().zip(field.bytes()).all(same)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn warnings(fields: &[&str]) -> Vec<Warning> {
        let elements: Vec<_> = fields.iter().map(|ai| ((*ai).to_owned(), String::new())).collect();
        check(&elements)
    }

    fn missing(field: &str, needs: &str) -> Warning {
        Warning::MissingCompanion { field: field.to_owned(), needs: needs.to_owned() }
    }

    #[test]
    fn an_expiry_with_its_trade_item_number_needs_nothing_more() {
        assert_eq!(warnings(&["01", "17", "10", "21", "240"]), [], "this is an ordinary label");
    }

    #[test]
    fn an_expiry_alone_belongs_to_another_barcode() {
        assert_eq!(warnings(&["17"]), [missing("17", "01,02,03,255,8006,8026")], "whose expiry it is, is not said");
    }

    #[test]
    fn every_missing_companion_is_told() {
        let told = warnings(&["3922"]);
        assert_eq!(told, [missing("3922", "01"), missing("3922", "30,31nn,32nn,35nn,36nn")], "a number and a weight");
    }

    #[test]
    fn any_digits_stand_for_a_pattern() {
        assert_eq!(warnings(&["01", "3103", "3922"]), [], "3103 is a weight in kilograms");
    }

    #[test]
    fn both_fields_of_a_pair_are_needed() {
        assert_eq!(warnings(&["01", "7004"]), [missing("7004", "01+10")], "a potency belongs to one lot");
        assert_eq!(warnings(&["01", "10", "7004"]), [], "and the lot was scanned here");
    }

    #[test]
    fn two_fields_that_exclude_each_other_are_told_once() {
        let told = Warning::NotTogether { field: "8017".to_owned(), other: "8018".to_owned() };
        assert_eq!(warnings(&["8017", "8018"]), [told], "both rows of the dictionary say so");
    }
}
