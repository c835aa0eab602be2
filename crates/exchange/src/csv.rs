//! Comma-separated text that a spreadsheet opens as words: every field is quoted, and none is ever a formula.

/// Signs a spreadsheet takes for the beginning of a formula (OWASP ASVS 5, 1.2.10).
const FORMULA: [char; 7] = ['=', '+', '-', '@', '\t', '\r', '\0'];

/// A table as CSV (RFC 4180) in UTF-8, with the mark at its beginning by which spreadsheets know that it is.
#[derive(Debug)]
pub struct CsvTable(String);

impl CsvTable {
    /// A table with these headings.
    #[must_use]
    pub fn with_headings(headings: &[&str]) -> Self {
        let mut table = Self("\u{feff}".to_owned());
        table.add(headings);
        table
    }

    /// Adds a line.
    pub fn add(&mut self, fields: &[&str]) {
        for (n, field) in fields.iter().enumerate() {
            if n > 0 {
                self.0.push(',');
            }
            self.0.push('"');
            if field.starts_with(FORMULA) {
                // A single quote keeps it words.
                self.0.push('\'');
            }
            self.0.push_str(&field.replace('"', "\"\""));
            self.0.push('"');
        }
        self.0.push_str("\r\n");
    }

    /// The bytes of the file.
    #[must_use]
    pub fn into_bytes(self) -> Vec<u8> {
        self.0.into_bytes()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_that_looks_like_a_formula_stays_a_name() {
        let mut table = CsvTable::with_headings(&["Who", "What"]);
        table.add(&["=HYPERLINK(\"x\")", "a, b"]);
        table.add(&["-2", "two\nlines"]);
        let text = String::from_utf8(table.into_bytes()).unwrap();
        let expected = "\u{feff}\"Who\",\"What\"\r\n\"'=HYPERLINK(\"\"x\"\")\",\"a, b\"\r\n\"'-2\",\"two\nlines\"\r\n";
        assert_eq!(text, expected, "quoted, and with a mark before what a spreadsheet would reckon");
    }
}
