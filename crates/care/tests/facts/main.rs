//! The content against the fact base and the contract of the verdict, row by row, where they are at hand.
//!
//! Every row of sections 2 to 9.3 has to be here, with no status code and no number the fact base does not know.
//! Nothing of it is copied: the tables are read where they lie.

mod contract;
mod numbers;
mod origins;
mod table;
