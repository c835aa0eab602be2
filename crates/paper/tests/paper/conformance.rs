//! Files for checkers that are too heavy for every test run: `make check-paper` writes them and hands them over.
//!
//! A name says what has to come out: `pass-2a-…` and `pass-3a-…` pass that part of PDF/A and PDF/UA-1, `fail-3a-…` must
//! fail it. The files that must fail are the control: a checker that lets them through has checked nothing.

use std::path::{Path, PathBuf};

use lopdf::{Dictionary, Object};
use paper::{Attachment, Document, Making, PaperSize, Print, SealFacts, SealKey, render_as, seal};

use crate::documents;

const FACTS: SealFacts<'_> =
    SealFacts { reason: "Consent recorded", name: "Clinic Lumen", at: documents::CREATED_AT + 60 };

fn attachments() -> [Attachment; 1] {
    [Attachment {
        file_name: "record.json".to_owned(),
        media_type: "application/json".to_owned(),
        description: "The record this document was made from".to_owned(),
        bytes: b"{}".to_vec(),
    }]
}

fn write(folder: &Path, name: &str, bytes: &[u8]) {
    std::fs::write(folder.join(name), bytes).expect("writing a file");
}

/// Every document of the tests in every paper and print.
fn documents() -> Vec<(String, Document, Print)> {
    let kinds = [
        ("sheet", documents::aftercare_sheet()),
        ("consent", documents::consent()),
        ("coming-back", documents::coming_back(documents::consent())),
        ("specimen", documents::specimen()),
        ("scripts", documents::scripts()),
        ("arabic", documents::arabic_sheet()),
    ];
    let mut all = Vec::new();
    for (name, document) in kinds {
        for (paper, paper_name) in [(PaperSize::A4, "a4"), (PaperSize::Letter, "letter")] {
            for (print, print_name) in [(Print::Normal, "normal"), (Print::Large, "large")] {
                let document = Document { paper, ..document.clone() };
                all.push((format!("{name}-{paper_name}-{print_name}"), document, print));
            }
        }
    }
    all
}

/// A file with one entry taken out of every dictionary that has it.
fn without(pdf: &[u8], key: &[u8]) -> Vec<u8> {
    let mut file = lopdf::Document::load_mem(pdf).expect("a file that opens");
    let mut n_removed = 0;
    let mut remove = |dictionary: &mut Dictionary| n_removed += usize::from(dictionary.remove(key).is_some());
    for object in file.objects.values_mut() {
        if let Object::Stream(stream) = object {
            remove(&mut stream.dict);
        } else if let Object::Dictionary(dictionary) = object {
            remove(dictionary);
        }
    }
    assert!(n_removed > 0, "the control takes something away");
    let mut bytes = Vec::new();
    file.save_to(&mut bytes).expect("saving");
    bytes
}

#[test]
#[ignore = "writes files for make check-paper"]
fn files_for_independent_checkers() {
    let folder = PathBuf::from(std::env::var_os("PAPER_OUT").expect("PAPER_OUT names a folder"));
    for (name, document, print) in documents() {
        let plain = render_as(&document, &Making { print, ..Making::default() }).expect("a document").bytes;
        write(&folder, &format!("pass-2a-{name}.pdf"), &plain);
    }
    let attachments = attachments();
    let making = Making { attachments: &attachments, ..Making::default() };
    let attached = render_as(&documents::consent(), &making).expect("a document").bytes;
    let key = |secret| SealKey::new(&[secret; 32], "Clinic Lumen", documents::CREATED_AT).expect("a key");
    let sealed = seal(&attached, &key(7), &FACTS).expect("a sealed file");
    let twice = seal(&sealed, &key(9), &FACTS).expect("a second seal");
    write(&folder, "pass-3a-attached.pdf", &attached);
    write(&folder, "pass-3a-sealed.pdf", &sealed);
    write(&folder, "pass-3a-sealed-twice.pdf", &twice);
    write(&folder, "fail-3a-without-relationship.pdf", &without(&attached, b"AFRelationship"));
    write(&folder, "fail-3a-without-texts-of-glyphs.pdf", &without(&attached, b"ToUnicode"));
    write(&folder, "fail-3a-without-tags.pdf", &without(&attached, b"StructTreeRoot"));
    write(&folder, "fail-ua1-without-tags.pdf", &without(&attached, b"StructTreeRoot"));
}
