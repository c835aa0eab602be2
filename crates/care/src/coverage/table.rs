//! Taking things away, one at a time: a row, an element of a list, a condition, a number.

use crate::Protocol;
use crate::decimal::{Decimal, Ratio};

/// One thing that is taken away or moved.
pub(super) struct Removal {
    /// The file it stands in.
    pub(super) table: &'static str,
    /// What it is, its id first.
    pub(super) name: String,
    /// Takes it out of a protocol.
    pub(super) take: Box<dyn Fn(&mut Protocol) + Send + Sync>,
}

/// One thing by its name.
pub(super) fn removal(
    table: &'static str,
    name: impl Into<String>,
    take: impl Fn(&mut Protocol) + Send + Sync + 'static,
) -> Removal {
    Removal { table, name: name.into(), take: Box::new(take) }
}

/// A number that is moved both ways by `step`.
pub(super) fn moved(table: &'static str, name: &str, step: u32, number: fn(&mut Protocol) -> &mut u32) -> Vec<Removal> {
    let up = removal(table, format!("{name} {step} higher"), move |protocol| *number(protocol) += step);
    let down = removal(table, format!("{name} {step} lower"), move |protocol| *number(protocol) -= step);
    vec![up, down]
}

/// The rows of one table, wherever they stand in a protocol.
pub(super) struct Table<R: 'static> {
    pub(super) table: &'static str,
    /// The nth row.
    pub(super) row: fn(&mut Protocol, usize) -> Option<&mut R>,
    /// What the nth row is called, its id first.
    pub(super) name: fn(&Protocol, usize) -> String,
}

impl<R> Table<R> {
    fn n_rows(&self) -> usize {
        let mut protocol = Protocol::shipped().clone();
        (0..).take_while(|n| (self.row)(&mut protocol, *n).is_some()).count()
    }

    /// Every row, taken out by `remove`.
    pub(super) fn gone(&self, remove: fn(&mut Protocol, usize)) -> Vec<Removal> {
        let name = |n| format!("{}: gone", (self.name)(Protocol::shipped(), n));
        (0..self.n_rows()).map(|n| removal(self.table, name(n), move |protocol| remove(protocol, n))).collect()
    }

    /// Every row that has something of the kind, changed by `change`; `None` where there is nothing to change.
    pub(super) fn each(&self, what: &str, change: fn(&mut R) -> Option<()>) -> Vec<Removal> {
        let mut probe = Protocol::shipped().clone();
        let row = self.row;
        let one = |n: usize| {
            change(row(&mut probe, n)?)?;
            let name = format!("{}: {what}", (self.name)(Protocol::shipped(), n));
            Some(removal(self.table, name, move |protocol| {
                row(protocol, n).and_then(change);
            }))
        };
        (0..self.n_rows()).filter_map(one).collect()
    }

    /// Every row, changed by `change`.
    pub(super) fn every(&self, what: &str, change: fn(&mut R)) -> Vec<Removal> {
        let row = self.row;
        let one = |n: usize| {
            let name = format!("{}: {what}", (self.name)(Protocol::shipped(), n));
            removal(self.table, name, move |protocol| {
                row(protocol, n).map(change);
            })
        };
        (0..self.n_rows()).map(one).collect()
    }

    /// Every element of a list of every row, each taken out by itself.
    pub(super) fn each_of<T: 'static>(&self, what: &str, list: fn(&mut R) -> &mut Vec<T>) -> Vec<Removal> {
        let mut probe = Protocol::shipped().clone();
        let row = self.row;
        let of_row = |n: usize| -> Vec<Removal> {
            let n_elements = row(&mut probe, n).map_or(0, |row| list(row).len());
            let name = (self.name)(Protocol::shipped(), n);
            let element = |index: usize| {
                removal(self.table, format!("{name}: {what} {}", index + 1), move |protocol| {
                    if let Some(row) = row(protocol, n) {
                        list(row).remove(index);
                    }
                })
            };
            (0..n_elements).map(element).collect()
        };
        (0..self.n_rows()).flat_map(of_row).collect()
    }
}

/// A decimal a tenth higher.
pub(super) fn tenth_higher(number: &mut Decimal) {
    *number = by_millionths(*number, 100_000);
}

/// A decimal one higher.
pub(super) fn one_higher(number: &mut Decimal) {
    *number = by_millionths(*number, 1_000_000);
}

/// A decimal a tenth lower.
pub(super) fn tenth_lower(number: &mut Decimal) {
    *number = by_millionths(*number, -100_000);
}

fn by_millionths(number: Decimal, step: i128) -> Decimal {
    let moved = Ratio::new(number.millionths() + step, 1_000_000).and_then(|ratio| ratio.rounded(6));
    moved.unwrap().to_string().parse().unwrap()
}

/// Takes a condition that is an option out of a row.
pub(super) fn without<T>(condition: &mut Option<T>) -> Option<()> {
    condition.take().map(|_| ())
}

/// Takes a mark off a row that carries it.
pub(super) fn off(mark: &mut bool) -> Option<()> {
    std::mem::take(mark).then_some(())
}
