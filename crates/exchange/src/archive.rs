//! A record on its way out: a ZIP with a manifest of SHA-256 sums that anybody can check without Needlepoint.
//!
//! Files go in one after the other and are hashed as they pass, so the archive is never held in memory.
//! `manifest.json` names every file with its size and sum; `SHA256SUMS` says the same for `sha256sum --check`.

use std::io::{Seek, Write};

use serde::Serialize;
use sha2::{Digest, Sha256};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

/// Name of the manifest inside the archive.
const MANIFEST: &str = "manifest.json";
/// Name of the list for `sha256sum --check`.
const SUMS: &str = "SHA256SUMS";

/// A ZIP that is being written.
pub struct Archive<W: Write + Seek> {
    zip: ZipWriter<W>,
    files: Vec<ManifestFile>,
}

/// What an archive holds.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Manifest {
    /// Name and version of this format.
    pub format: &'static str,
    /// Program and version that wrote it.
    pub written_by: String,
    /// When, in UTC, RFC 3339.
    pub written_at: String,
    /// Head of the journal the export was read at: `sequence-hash`.
    pub journal_head: String,
    /// Every file but this one and the list of sums.
    pub files: Vec<ManifestFile>,
}

/// One file of an archive.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ManifestFile {
    /// Path inside the archive.
    pub path: String,
    /// Size in bytes.
    pub n_bytes: u64,
    /// SHA-256 as 64 hexadecimal digits.
    pub sha256: String,
}

/// Why an archive could not be written.
#[derive(Debug, thiserror::Error)]
pub enum ArchiveError {
    /// The writer behind it failed.
    #[error("the archive could not be written: {0}")]
    Write(#[from] std::io::Error),
    /// The ZIP format refused.
    #[error("the archive could not be put together")]
    Zip(#[from] zip::result::ZipError),
    /// The manifest could not be written as JSON.
    #[error("the manifest could not be written")]
    Manifest(#[from] serde_json::Error),
    /// A path that is not a plain relative one, or was used before.
    #[error("a file of the archive has no usable path")]
    Path,
}

impl<W: Write + Seek> Archive<W> {
    /// Begins an archive.
    pub fn begin(out: W) -> Self {
        Self { zip: ZipWriter::new(out), files: Vec::new() }
    }

    /// Adds a file byte for byte.
    ///
    /// # Errors
    /// [`ArchiveError::Path`] for a path outside `[A-Za-z0-9._/-]` or one used before; [`ArchiveError::Write`] when the
    /// disk refuses.
    pub fn add(&mut self, path: &str, bytes: &[u8]) -> Result<(), ArchiveError> {
        if !is_plain(path) || self.files.iter().any(|file| file.path == path) {
            return Err(ArchiveError::Path);
        }
        self.write(path, bytes)?;
        self.files.push(ManifestFile {
            path: path.to_owned(),
            n_bytes: bytes.len() as u64,
            sha256: hex(&Sha256::digest(bytes)),
        });
        Ok(())
    }

    /// Writes the manifest and ends the archive. Gives back the writer, for syncing, and the manifest.
    ///
    /// # Errors
    /// [`ArchiveError::Write`] when the disk refuses.
    pub fn finish(
        mut self,
        written_by: String,
        written_at: String,
        journal_head: String,
    ) -> Result<(W, Manifest), ArchiveError> {
        let manifest = Manifest {
            format: "needlepoint-record/1",
            written_by,
            written_at,
            journal_head,
            files: self.files.clone(),
        };
        let json = serde_json::to_vec_pretty(&manifest)?;
        let mut sums: String = manifest.files.iter().map(|file| format!("{}  {}\n", file.sha256, file.path)).collect();
        sums.push_str(&format!("{}  {MANIFEST}\n", hex(&Sha256::digest(&json))));
        self.write(MANIFEST, &json)?;
        self.write(SUMS, sums.as_bytes())?;
        Ok((self.zip.finish()?, manifest))
    }

    fn write(&mut self, path: &str, bytes: &[u8]) -> Result<(), ArchiveError> {
        // Without a time of its own the same record gives the same archive.
        let options = SimpleFileOptions::default()
            .compression_method(CompressionMethod::Deflated)
            .last_modified_time(zip::DateTime::default());
        self.zip.start_file(path, options)?;
        self.zip.write_all(bytes)?;
        Ok(())
    }
}

fn is_plain(path: &str) -> bool {
    !path.is_empty()
        && path.len() <= 120
        && path.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '.' | '_' | '-' | '/'))
        && path.split('/').all(|part| !part.is_empty() && part != "." && part != "..")
        && path != MANIFEST
        && path != SUMS
}

fn hex(bytes: &[u8]) -> String {
    use std::fmt::Write;
    bytes.iter().fold(String::with_capacity(bytes.len() * 2), |mut text, byte| {
        // Writing to a string cannot fail.
        let _ = write!(text, "{byte:02x}");
        text
    })
}

#[cfg(test)]
mod tests {
    use std::io::{Cursor, Read};

    use super::*;

    fn archive_with(files: &[(&str, &[u8])]) -> (Vec<u8>, Manifest) {
        let mut archive = Archive::begin(Cursor::new(Vec::new()));
        for (path, bytes) in files {
            archive.add(path, bytes).unwrap();
        }
        let (out, manifest) =
            archive.finish("needlepoint 0.1.0".into(), "2026-11-20T14:00:00Z".into(), "12-abcd".into()).unwrap();
        (out.into_inner(), manifest)
    }

    #[test]
    fn a_document_leaves_byte_for_byte() {
        let pdf = b"%PDF-1.7 not text \x00\xff";
        let (bytes, _) = archive_with(&[("documents/A-000001.pdf", pdf)]);
        let mut zip = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
        let mut read = Vec::new();
        zip.by_name("documents/A-000001.pdf").unwrap().read_to_end(&mut read).unwrap();
        assert_eq!(read, pdf, "a filed document must leave exactly as it was signed");
    }

    #[test]
    fn the_manifest_says_the_sum_of_every_file() {
        let (_, manifest) = archive_with(&[("record.json", b"{}")]);
        let file = &manifest.files[0];
        assert_eq!(file.sha256, "44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a", "the sum of {{}}");
        assert_eq!(file.n_bytes, 2, "and its size");
    }

    #[test]
    fn the_same_record_gives_the_same_archive() {
        let files: [(&str, &[u8]); 1] = [("record.json", b"{}")];
        assert_eq!(archive_with(&files).0, archive_with(&files).0, "two exports of one state must compare equal");
    }

    #[test]
    fn a_path_that_leaves_the_archive_is_refused() {
        let mut archive = Archive::begin(Cursor::new(Vec::new()));
        for path in ["../a", "/a", "a//b", "a/../b", "", "manifest.json", "a b", "C:\\a"] {
            assert!(matches!(archive.add(path, b""), Err(ArchiveError::Path)), "{path:?} must not be written");
        }
    }
}
