//! Licence expressions (SPDX 2.3, annex D): may a package be used when only some licences are allowed?

/// Whether `expression` can be met by `licences` alone, with an `exception` where it has one.
///
/// # Errors
/// A sentence when the expression cannot be read.
pub(crate) fn is_met(expression: &str, licences: &[&str], exceptions: &[&str]) -> Result<bool, String> {
    // Cargo's old way of writing OR.
    let spaced = expression.replace('/', " OR ").replace('(', " ( ").replace(')', " ) ");
    let mut reader = Reader { words: spaced.split_whitespace().collect(), at: 0, licences, exceptions };
    let met = reader.either();
    match reader.next() {
        None => met,
        Some(left) => Err(format!("{expression:?} goes on with {left:?}")),
    }
}

struct Reader<'a> {
    words: Vec<&'a str>,
    at: usize,
    licences: &'a [&'a str],
    exceptions: &'a [&'a str],
}

impl<'a> Reader<'a> {
    fn either(&mut self) -> Result<bool, String> {
        let mut met = self.both()?;
        while self.take("OR") {
            met |= self.both()?;
        }
        Ok(met)
    }

    fn both(&mut self) -> Result<bool, String> {
        let mut met = self.one()?;
        while self.take("AND") {
            met &= self.one()?;
        }
        Ok(met)
    }

    fn one(&mut self) -> Result<bool, String> {
        if self.take("(") {
            let met = self.either()?;
            return if self.take(")") { Ok(met) } else { Err("a parenthesis is left open".to_owned()) };
        }
        let licence = self.next().filter(|word| !["AND", "OR", "WITH", ")"].contains(word));
        let mut met = self.licences.contains(&licence.ok_or("a licence is missing")?);
        if self.take("WITH") {
            met &= self.exceptions.contains(&self.next().ok_or("an exception is missing")?);
        }
        Ok(met)
    }

    fn take(&mut self, word: &str) -> bool {
        let is_next = self.words.get(self.at) == Some(&word);
        self.at += usize::from(is_next);
        is_next
    }

    fn next(&mut self) -> Option<&'a str> {
        let word = self.words.get(self.at).copied();
        self.at += 1;
        word
    }
}

#[cfg(test)]
mod tests {
    fn check(expression: &str, expected: Result<bool, ()>) {
        let met = super::is_met(expression, &["MIT", "Zlib", "Apache-2.0"], &["LLVM-exception"]);
        assert_eq!(met.map_err(|_| ()), expected, "{expression} where MIT, Zlib and Apache-2.0 are allowed");
    }

    #[test]
    fn one_of_several_licences_is_enough() {
        check("MIT", Ok(true));
        check("GPL-3.0-only", Ok(false));
        check("GPL-3.0-only OR MIT", Ok(true));
        check("GPL-2.0-only/GPL-3.0-only", Ok(false));
        check("GPL-3.0-only / Zlib", Ok(true));
    }

    #[test]
    fn every_licence_of_several_is_needed_where_it_says_so() {
        check("MIT AND Zlib", Ok(true));
        check("MIT AND GPL-3.0-only", Ok(false));
        check("MIT OR Zlib AND GPL-3.0-only", Ok(true));
        check("(MIT OR Zlib) AND GPL-3.0-only", Ok(false));
        check("(GPL-3.0-only OR Zlib) AND MIT", Ok(true));
    }

    #[test]
    fn an_exception_has_to_be_known() {
        check("Apache-2.0 WITH LLVM-exception", Ok(true));
        check("Apache-2.0 WITH Bison-exception-2.2", Ok(false));
        check("GPL-3.0-only WITH LLVM-exception", Ok(false));
    }

    #[test]
    fn half_an_expression_is_refused() {
        for broken in ["", "MIT OR", "(MIT", "MIT)", "AND MIT", "MIT Zlib", "MIT WITH"] {
            check(broken, Err(()));
        }
    }
}
