//! One spelling for comparing: without accents, case and signs. What is typed and what is kept are folded alike.

use unicode_normalization::UnicodeNormalization as _;
use unicode_normalization::char::is_combining_mark;

/// `Nguyễn` becomes `nguyen`, `Łukasz` `lukasz`, `Weiß` `weiss`.
pub(crate) fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    for sign in text.nfkd().filter(|sign| !is_combining_mark(*sign)).flat_map(char::to_lowercase) {
        match plain_letters(sign) {
            Some(letters) => folded.push_str(letters),
            None => folded.push(sign),
        }
    }
    folded
}

/// The words of a text as an index keeps them: in parts, and each hyphenated or apostrophised one written together
/// as well, so that `O'Brien` is found as `brien` and as `obrien`.
pub(crate) fn words(text: &str) -> Vec<String> {
    let mut words = Vec::new();
    for parts in written_words(text) {
        if parts.len() > 1 {
            words.push(parts.concat());
        }
        words.extend(parts);
    }
    words
}

/// The folded words of a text as they are written, each in the parts its signs divide it into.
pub(crate) fn written_words(text: &str) -> Vec<Vec<String>> {
    let folded = fold(text);
    let parts_of = |word: &str| -> Vec<String> {
        word.split(|sign: char| !sign.is_alphanumeric()).filter(|part| !part.is_empty()).map(str::to_owned).collect()
    };
    folded.split_whitespace().map(parts_of).filter(|parts| !parts.is_empty()).collect()
}

/// The digits of a telephone number, without signs and blanks.
pub(crate) fn digits(text: &str) -> String {
    text.nfkd().filter(char::is_ascii_digit).collect()
}

/// Letters that do not decompose into a plain letter and a mark.
fn plain_letters(sign: char) -> Option<&'static str> {
    Some(match sign {
        'đ' | 'ð' => "d",
        'ł' => "l",
        'ø' => "o",
        'ħ' => "h",
        'ı' => "i",
        'ß' => "ss",
        'æ' => "ae",
        'œ' => "oe",
        'þ' => "th",
        '’' | 'ʼ' | 'ʻ' => "'",
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_compare_without_accents_and_case() {
        for (written, folded) in [
            ("Nguyễn", "nguyen"),
            ("Đặng", "dang"),
            ("Łukasz", "lukasz"),
            ("Weiß", "weiss"),
            ("Søren", "soren"),
            ("ÉLODIE", "elodie"),
            ("Yılmaz", "yilmaz"),
        ] {
            assert_eq!(fold(written), folded, "{written} is found as {folded}");
        }
    }

    #[test]
    fn a_name_with_an_apostrophe_or_hyphen_is_found_in_parts_and_together() {
        assert_eq!(words("O’Brien"), ["obrien", "o", "brien"], "with the apostrophe of a word processor too");
        assert_eq!(words("Anne-Marie"), ["annemarie", "anne", "marie"], "a double name");
    }
}
