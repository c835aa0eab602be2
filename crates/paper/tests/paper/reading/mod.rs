//! Reads a finished PDF back: by our own eyes through lopdf, and through the tools a reader would use.

use std::io::Write as _;
use std::path::PathBuf;
use std::process::Command;

use lopdf::{Dictionary, Object};
use paper::{Document, Pdf};

/// A finished PDF, taken apart again.
pub(crate) struct Reading {
    pub(crate) pdf: Pdf,
    pub(crate) file: lopdf::Document,
}

/// Renders a document that must render, and opens what came out.
pub(crate) fn read(document: &Document) -> Reading {
    let pdf = paper::render(document).expect("a document that can be printed");
    let file = lopdf::Document::load_mem(&pdf.bytes).expect("a file that opens");
    Reading { pdf, file }
}

impl Reading {
    /// The catalogue of the file.
    pub(crate) fn catalogue(&self) -> &Dictionary {
        self.file.catalog().expect("a catalogue")
    }

    /// A dictionary of the catalogue, by the way to it.
    pub(crate) fn dictionary<'a>(&'a self, owner: &'a Dictionary, key: &str) -> &'a Dictionary {
        let object = owner.get(key.as_bytes()).expect("the entry");
        self.file.dereference(object).expect("what it refers to").1.as_dict().expect("a dictionary")
    }

    /// All elements of the structure tree.
    pub(crate) fn elements(&self) -> Vec<&Dictionary> {
        let is_element = |object: &&Dictionary| object.get_type().is_ok_and(|kind| kind == b"StructElem");
        self.file.objects.values().filter_map(|object| object.as_dict().ok()).filter(is_element).collect()
    }

    /// The kinds of the elements, in reading order.
    pub(crate) fn outline(&self) -> Vec<String> {
        let mut kinds = Vec::new();
        let root = self.dictionary(self.catalogue(), "StructTreeRoot");
        self.walk(root.get(b"K").expect("the first element"), &mut kinds);
        kinds
    }

    fn walk(&self, object: &Object, kinds: &mut Vec<String>) {
        let object = self.file.dereference(object).expect("an object").1;
        if let Ok(children) = object.as_array() {
            children.iter().for_each(|child| self.walk(child, kinds));
        }
        if let Some(element) = object.as_dict().ok().filter(|element| element.has(b"S")) {
            kinds.push(name(element, "S"));
            if let Ok(children) = element.get(b"K") {
                self.walk(children, kinds);
            }
        }
    }

    /// The operations of every page.
    pub(crate) fn operations(&self) -> Vec<Vec<lopdf::content::Operation>> {
        self.file
            .get_pages()
            .into_values()
            .map(|page| self.file.get_and_decode_page_content(page).expect("a page's content").operations)
            .collect()
    }

    /// What a reader copies out of the file with the tool of that name, or nothing when it is not installed.
    pub(crate) fn tool(&self, name: &str, arguments: &[&str]) -> Option<String> {
        self.tool_bytes(name, arguments).map(|bytes| String::from_utf8_lossy(&bytes).into_owned())
    }

    /// The same, byte for byte.
    pub(crate) fn tool_bytes(&self, name: &str, arguments: &[&str]) -> Option<Vec<u8>> {
        let folder = tempfile::tempdir().expect("a folder for one file");
        let path: PathBuf = folder.path().join("document.pdf");
        std::fs::write(&path, &self.pdf.bytes).expect("writing the file");
        let file = path.to_str().expect("a path in UTF-8");
        let filled: Vec<&str> =
            arguments.iter().map(|argument| if *argument == "FILE" { file } else { argument }).collect();
        let Ok(output) = Command::new(name).args(filled).output() else {
            writeln!(std::io::stderr(), "skipped: {name} is not installed").expect("stderr");
            return None;
        };
        let said = String::from_utf8_lossy(&output.stdout);
        assert!(output.status.success(), "{name} finds fault: {said}{}", String::from_utf8_lossy(&output.stderr));
        Some(output.stdout)
    }

    /// The text as a reader would copy it, in reading order, lines joined by spaces.
    pub(crate) fn copied_text(&self) -> Option<String> {
        let text = self.tool("pdftotext", &["-enc", "UTF-8", "-raw", "FILE", "-"])?;
        Some(text.split_whitespace().collect::<Vec<_>>().join(" "))
    }

    /// The texts that the tags carry where the ink stands in another order.
    pub(crate) fn spoken(&self) -> Vec<String> {
        let said = self.elements().into_iter().filter_map(|element| element.get(b"ActualText").ok());
        said.filter_map(|said| lopdf::decode_text_string(said).ok()).collect()
    }

    /// The numbers of all glyphs drawn, as the file's own fonts count them; 0 is the empty box.
    pub(crate) fn glyph_numbers(&self) -> Vec<u16> {
        let mut numbers = Vec::new();
        for operation in self.operations().into_iter().flatten() {
            if !matches!(operation.operator.as_str(), "Tj" | "TJ") {
                continue;
            }
            for operand in operation.operands {
                let parts = operand.as_array().cloned().unwrap_or_else(|_| vec![operand.clone()]);
                for bytes in parts.iter().filter_map(|part| part.as_str().ok()) {
                    numbers.extend(bytes.chunks_exact(2).map(|pair| u16::from_be_bytes([pair[0], pair[1]])));
                }
            }
        }
        numbers
    }

    /// The tables that say what the glyphs mean, all in one.
    pub(crate) fn unicode_tables(&self) -> String {
        let fonts = self.file.objects.values().filter_map(|object| object.as_dict().ok());
        let tables = fonts.filter_map(|font| font.get(b"ToUnicode").and_then(Object::as_reference).ok());
        let texts = tables.map(|table| {
            let table = self.file.get_object(table).and_then(Object::as_stream).expect("a stream");
            String::from_utf8(table.get_plain_content().expect("its text")).expect("ASCII").to_uppercase()
        });
        texts.collect()
    }

    /// Every word with its edges: left, top, right, bottom, from the upper left corner.
    pub(crate) fn placed_words(&self) -> Option<Vec<(String, [f32; 4])>> {
        let text = self.tool("pdftotext", &["-bbox", "FILE", "-"])?;
        let words = text.lines().filter(|line| line.contains("<word ")).map(|line| {
            let word = line.split('>').nth(1).and_then(|rest| rest.split('<').next()).unwrap_or_default();
            word.to_owned()
        });
        Some(words.zip(self.word_boxes()?).collect())
    }

    /// The edges of every word on its page: left, top, right, bottom, from the upper left corner.
    pub(crate) fn word_boxes(&self) -> Option<Vec<[f32; 4]>> {
        let text = self.tool("pdftotext", &["-bbox", "FILE", "-"])?;
        let edge = |line: &str, key: &str| {
            let rest = line.split(&format!("{key}=\"")).nth(1).expect("the edge");
            rest.split('"').next().and_then(|number| number.parse().ok()).expect("a number")
        };
        let words = text.lines().filter(|line| line.contains("<word "));
        Some(words.map(|line| ["xMin", "yMin", "xMax", "yMax"].map(|key| edge(line, key))).collect())
    }
}

/// The name an entry of a dictionary holds.
pub(crate) fn name(owner: &Dictionary, key: &str) -> String {
    let name = owner.get(key.as_bytes()).and_then(Object::as_name).expect("a name");
    String::from_utf8_lossy(name).into_owned()
}
