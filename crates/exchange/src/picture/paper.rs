//! A PDF somebody else made: kept as it was received, and never drawn or run by Needlepoint.
//!
//! It is refused where it cannot be read in ten years (encrypted) or says openly that it acts. This is courtesy to
//! whoever opens a saved copy elsewhere, not a wall: what is packed inside compressed parts is not looked through.

use super::PictureRefusal;
use super::confine::Confined;
use super::end::contains;

/// Names of what makes a PDF act or carry other files.
const ACTIVE: [&[u8]; 8] =
    [b"/JavaScript", b"/JS", b"/Launch", b"/EmbeddedFile", b"/EmbeddedFiles", b"/RichMedia", b"/XFA", b"/SubmitForm"];
/// Bytes from the end in which a PDF says where its table is.
const TAIL_BYTES: usize = 2048;

/// Whether this is a whole PDF that only shows pages.
///
/// # Errors
/// Why it is not taken.
pub(super) fn check_pdf(_: &Confined, bytes: &[u8]) -> Result<(), PictureRefusal> {
    let tail = bytes.get(bytes.len().saturating_sub(TAIL_BYTES)..).unwrap_or_default();
    if !contains(tail, b"%%EOF") || !contains(tail, b"startxref") {
        return Err(PictureRefusal::Damaged);
    }
    let names = names_of(bytes);
    let has = |wanted: &[u8]| names.iter().any(|name| name == wanted);
    if has(b"/Encrypt") {
        return Err(PictureRefusal::EncryptedPdf);
    }
    if ACTIVE.iter().any(|wanted| has(wanted)) { Err(PictureRefusal::ActivePdf) } else { Ok(()) }
}

/// Longest name that is compared with anything.
const LONGEST_NAME: usize = 24;

/// Every name that could be one of those looked for, with `#4a` read as the letter it stands for.
fn names_of(bytes: &[u8]) -> Vec<Vec<u8>> {
    let mut names = Vec::new();
    for (at, _) in bytes.iter().enumerate().filter(|(_, byte)| **byte == b'/') {
        let name = read_name(bytes.get(at + 1..).unwrap_or_default());
        if (2..LONGEST_NAME).contains(&name.len()) && is_looked_for(&name) {
            names.push(name);
        }
    }
    names
}

fn is_looked_for(name: &[u8]) -> bool {
    name == b"/Encrypt" || ACTIVE.contains(&name)
}

fn read_name(rest: &[u8]) -> Vec<u8> {
    let mut name = b"/".to_vec();
    let mut bytes = rest.iter().copied();
    while let Some(byte) = bytes.next().filter(|byte| !is_delimiter(*byte)) {
        if name.len() >= LONGEST_NAME {
            break;
        }
        if byte == b'#' {
            let digits = [bytes.next(), bytes.next()].map(|digit| digit.and_then(|it| char::from(it).to_digit(16)));
            let [Some(high), Some(low)] = digits else { break };
            name.extend(u8::try_from(high * 16 + low));
        } else {
            name.push(byte);
        }
    }
    name
}

fn is_delimiter(byte: u8) -> bool {
    byte.is_ascii_whitespace() || byte == 0 || b"()<>[]{}/%".contains(&byte)
}
