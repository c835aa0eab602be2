//! Names typed with a slip: a letter wrong, missing, doubled or swapped with its neighbour.
//!
//! A slip is looked for only where nothing fits what was typed, among the words that begin with one of its first two
//! letters: whoever slips on the first letter has nearly always left it out, doubled it or swapped it. That keeps the
//! words to compare to a few thousand of a hundred thousand clients.

use strsim::osa_distance;

use super::Typed;
use crate::StoreError;
use crate::read::Read;

/// Letters of a typed word from which a slip is forgiven, and from which two are.
const FORGIVE_ONE_FROM: usize = 4;
const FORGIVE_TWO_FROM: usize = 8;
/// Words that stand for one typed word at most.
const MOST_WORDS: usize = 24;

impl Read<'_> {
    /// A query for names that are one slip, in long words two, from what was typed. Short words are taken as they
    /// are. `None` where nothing is near.
    pub(super) fn near_words(&self, typed: &Typed) -> Result<Option<String>, StoreError> {
        let mut parts = Vec::with_capacity(typed.words.len());
        for word in &typed.words {
            let word = word.concat();
            if word.chars().count() < FORGIVE_ONE_FROM {
                parts.push(format!("\"{word}\"*"));
                continue;
            }
            let near = self.near(&word)?;
            if near.is_empty() {
                return Ok(None);
            }
            let quoted = near.iter().map(|term| format!("\"{term}\"")).collect::<Vec<_>>();
            parts.push(format!("({})", quoted.join(" OR ")));
        }
        Ok((!parts.is_empty()).then(|| parts.join(" AND ")))
    }

    /// The words of names that are nearest to `typed`.
    fn near(&self, typed: &str) -> Result<Vec<String>, StoreError> {
        let n_letters = typed.chars().count();
        let forgiven = if n_letters < FORGIVE_TWO_FROM { 1 } else { 2 };
        let mut statement =
            self.connection().prepare_cached("SELECT term FROM client_word_term WHERE term >= ?1 AND term < ?2")?;
        let mut near: Vec<(usize, String)> = Vec::new();
        for first in first_letters(typed) {
            let mut rows = statement.query(bounds(first))?;
            while let Some(row) = rows.next()? {
                let term = row.get_ref(0)?.as_str().map_err(|_| StoreError::Damaged(crate::Part::Record))?;
                if let Some(n_slips) = slips(typed, n_letters, term).filter(|n_slips| *n_slips <= forgiven) {
                    near.push((n_slips, term.to_owned()));
                }
            }
        }
        near.sort();
        let fewest = near.first().map_or(0, |(n_slips, _)| *n_slips);
        Ok(near
            .into_iter()
            .take_while(|(n_slips, _)| *n_slips == fewest)
            .map(|(_, term)| term)
            .take(MOST_WORDS)
            .collect())
    }
}

/// The first two letters, each once.
fn first_letters(typed: &str) -> Vec<char> {
    let mut letters: Vec<char> = typed.chars().take(2).collect();
    letters.dedup();
    letters
}

/// Words that begin with `first` stand between these.
fn bounds(first: char) -> (String, String) {
    let after = u32::from(first).checked_add(1).and_then(char::from_u32).unwrap_or(char::MAX);
    (first.to_string(), after.to_string())
}

/// Slips between what was typed and a word, or the word's beginning: who types has not always finished. `None` where
/// the lengths alone say that it is another word.
fn slips(typed: &str, n_letters: usize, term: &str) -> Option<usize> {
    let n_term = term.chars().count();
    if n_term + 2 < n_letters {
        return None;
    }
    let beginning = term.char_indices().nth(n_letters).and_then(|(end, _)| term.get(..end));
    let whole = osa_distance(typed, if n_term > n_letters + 2 { beginning.unwrap_or(term) } else { term });
    Some(beginning.map_or(whole, |beginning| whole.min(osa_distance(typed, beginning))))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_usual_slip_counts_once() {
        for slipped in ["halvorsn", "halvorssen", "halvorsem", "havlorsen"] {
            let n_letters = slipped.chars().count();
            assert_eq!(slips(slipped, n_letters, "halvorsen"), Some(1), "{slipped} is Halvorsen");
        }
    }

    #[test]
    fn a_name_that_is_not_typed_to_its_end_is_near_as_well() {
        assert_eq!(slips("kaczmer", 7, "kaczmarzyk"), Some(1), "one letter is wrong in what was typed so far");
    }

    #[test]
    fn a_letter_left_out_at_the_front_is_looked_for_under_the_next_one() {
        assert_eq!(first_letters("ahlvorsen"), ['a', 'h'], "swapped");
        assert_eq!(bounds('a'), ("a".to_owned(), "b".to_owned()), "everything that begins with a");
    }
}
