//! The TypeScript contract, written from the command list and the wire types.

use std::any::TypeId;
use std::collections::{BTreeMap, HashSet};

use ts_rs::{Config, TS, TypeVisitor};

use crate::commands::describe;
use crate::wire::{FailureView, PlanFix};

/// The whole of `ui/src/lib/backend/contract.ts`.
#[must_use]
pub fn typescript() -> String {
    let mut contract = Contract::new();
    contract.add::<FailureView>();
    contract.add::<PlanFix>();
    describe(&mut contract);
    contract.into_text()
}

/// Types seen so far, and the commands between them.
pub(crate) struct Contract {
    config: Config,
    seen: HashSet<TypeId>,
    types: BTreeMap<String, String>,
    commands: Vec<String>,
}

impl Contract {
    fn new() -> Self {
        Self {
            config: Config::new().with_large_int("number"),
            seen: HashSet::new(),
            types: BTreeMap::new(),
            commands: Vec::new(),
        }
    }

    /// Adds a command and every type it needs.
    pub(crate) fn command<In: TS + 'static + ?Sized, Out: TS + 'static + ?Sized>(&mut self, name: &str) {
        self.add::<In>();
        self.add::<Out>();
        let line =
            format!("  {name}: {{ request: {}; response: {} }};", In::name(&self.config), Out::name(&self.config));
        self.commands.push(line);
    }

    fn add<T: TS + 'static + ?Sized>(&mut self) {
        if !self.seen.insert(TypeId::of::<T>()) {
            return;
        }
        T::visit_dependencies(self);
        T::visit_generics(self);
        if T::output_path().is_some() {
            let docs = T::docs().unwrap_or_default();
            self.types.insert(T::ident(&self.config), format!("{docs}export {}\n", T::decl(&self.config)));
        }
    }

    fn into_text(self) -> String {
        let mut text = String::from(
            "// Written by `cargo run -p desk --example contract`. Do not edit: change crates/desk/src/wire and write it anew.\n\n",
        );
        for declaration in self.types.values() {
            text.push_str(declaration);
            text.push('\n');
        }
        text.push_str("/** Every command there is: what goes in and what comes out. */\nexport interface Commands {\n");
        text.push_str(&self.commands.join("\n"));
        text.push_str("\n}\n");
        text
    }
}

impl TypeVisitor for Contract {
    fn visit<T: TS + 'static + ?Sized>(&mut self) {
        self.add::<T>();
    }
}

#[cfg(test)]
mod tests {
    #[test]
    fn the_contract_in_the_page_is_the_one_of_this_program() {
        let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../../ui/src/lib/backend/contract.ts");
        let kept = std::fs::read_to_string(path).unwrap_or_default();
        assert!(kept == super::typescript(), "stale: run `cargo run -p desk --example contract`");
    }
}
