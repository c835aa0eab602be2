//! Sealing what was signed, and checking it again with nothing but the file.
//!
//! A file is the bundle, its hash and the signatures, in the one spelling of RFC 8785. So every flipped byte shows: it
//! changes the hash, breaks a signature, or is another spelling. What a check cannot show is that a whole file was made
//! anew with other keys: for that, the hash and the keys are compared with the paper and the clinic's own record.

use care::record::{BUNDLE_FORMAT, BundleSignature, BundleText, ConsentBundle, SealedConsent, SignerRole};
use chrono::{DateTime, Utc};
use ed25519_dalek::{Signature, VerifyingKey};
use serde::{Deserialize, Serialize};
use serde_json::json;
use sha2::{Digest as _, Sha256};

use crate::StoreError;
use crate::canonical::canonical;

/// What a file calls its own form.
const FILE_FORMAT: &str = "needlepoint/signed-consent/1";
/// A file beyond this is no bundle; a long one with every stroke takes a few hundred thousand bytes.
const MAX_BYTES: usize = 32 * 1024 * 1024;

/// A file as it leaves the clinic.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    format: String,
    bundle: ConsentBundle,
    doc_sha256: String,
    signatures: Vec<BundleSignature>,
}

/// What a whole file says of itself.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct BundleReport {
    /// SHA-256 of the bundle: its first 16 digits stand in the foot of the paper.
    pub doc_sha256: String,
    /// The client's number.
    pub client_number: String,
    /// SHA-256 of the exact text shown.
    pub text_sha256: String,
    /// The journal's head before it, as it stands in the foot of the paper.
    pub journal_head: String,
    /// Everybody who signed.
    pub signers: Vec<BundleSigner>,
}

/// One person who signed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct BundleSigner {
    /// Name, as it was then.
    pub name: String,
    /// In which role.
    pub role: SignerRole,
    /// When.
    pub at: DateTime<Utc>,
    /// The public key whose signature holds; `None` for somebody who drew or typed.
    pub public_key: Option<String>,
}

/// What is wrong with a file.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum BundleFault {
    /// It is no signed consent, or cut off.
    #[error("it is no signed consent, or not the whole of one")]
    Unreadable,
    /// It is of a form this program does not know.
    #[error("it is of a form this program does not know")]
    Unknown,
    /// It says what a signed consent says, but not byte for byte as it was written.
    #[error("it is not byte for byte as it was written")]
    Respelt,
    /// The bundle is not the one that was sealed.
    #[error("the bundle has the hash {found}, and {stated} was signed")]
    Hash {
        /// Named in the file.
        stated: String,
        /// Of the bundle in it.
        found: String,
    },
    /// The text is not the one its hash names.
    #[error("the text is not the one its hash names")]
    Text,
    /// The signature of a signer is missing, or one is there of nobody who signed.
    #[error("the signatures are not those of the people who signed")]
    Signers,
    /// A signature does not hold.
    #[error("the signature of {name} does not hold")]
    Signature {
        /// Whose.
        name: String,
    },
}

/// The one spelling of a bundle, and its hash as 64 hexadecimal digits.
///
/// # Errors
/// [`StoreError::NotCanonical`] where it carries a fractional number.
pub fn canonical_bundle(bundle: &ConsentBundle) -> Result<(String, String), StoreError> {
    let bytes = canonical(bundle)?;
    let hash = hex(&Sha256::digest(&bytes));
    Ok((String::from_utf8(bytes).map_err(|_| StoreError::NotCanonical)?, hash))
}

/// What a user signs: a line that names the purpose, so that the signature is good for nothing else, and the hash.
#[must_use]
pub fn sign_off_message(doc_sha256: &str) -> Vec<u8> {
    format!("needlepoint consent bundle 1\n{doc_sha256}\n").into_bytes()
}

/// SHA-256 over the exact text, as 64 hexadecimal digits. The hash inside `text` is not looked at.
///
/// # Errors
/// [`StoreError::NotCanonical`], which whole texts never are.
pub fn text_sha256(text: &BundleText) -> Result<String, StoreError> {
    let clauses: Vec<_> =
        text.clauses.iter().map(|clause| json!([clause.id, clause.number, clause.heading, clause.lines])).collect();
    let whole = json!([text.version, text.language, text.title, clauses, text.intent]);
    Ok(hex(&Sha256::digest(canonical(&whole)?)))
}

/// The file that leaves the clinic. The bundle stands in it byte for byte as it was sealed.
///
/// # Errors
/// [`StoreError::Damaged`] where what is kept cannot be read.
pub fn bundle_file(sealed: &SealedConsent) -> Result<Vec<u8>, StoreError> {
    let bundle: serde_json::Value =
        serde_json::from_str(&sealed.bundle).map_err(|_| StoreError::Damaged(crate::Part::Record))?;
    canonical(&json!({
        "format": FILE_FORMAT,
        "bundle": bundle,
        "doc_sha256": sealed.doc_sha256,
        "signatures": sealed.signatures,
    }))
}

/// Checks a file with nothing but the file: its spelling, the hash of the bundle, the hash of the text, and the signature
/// of every user who signed.
///
/// # Errors
/// [`BundleFault`], the first thing that is not as it was written.
pub fn verify_bundle(bytes: &[u8]) -> Result<BundleReport, BundleFault> {
    if bytes.len() > MAX_BYTES {
        return Err(BundleFault::Unreadable);
    }
    let value: serde_json::Value = serde_json::from_slice(bytes).map_err(|_| BundleFault::Unreadable)?;
    if value["format"] != FILE_FORMAT || value["bundle"]["format"] != BUNDLE_FORMAT {
        return Err(BundleFault::Unknown);
    }
    if canonical(&value).ok().as_deref() != Some(bytes) {
        return Err(BundleFault::Respelt);
    }
    // The hash is that of the bytes in the file: whatever this program does not know would change it.
    let found = canonical(&value["bundle"]).map(|bundle| hex(&Sha256::digest(bundle)));
    let found = found.map_err(|_| BundleFault::Respelt)?;
    let file: File = serde_json::from_value(value).map_err(|_| BundleFault::Unreadable)?;
    if found != file.doc_sha256 {
        return Err(BundleFault::Hash { stated: file.doc_sha256, found });
    }
    if text_sha256(&file.bundle.text).ok().as_deref() != Some(file.bundle.text.sha256.as_str()) {
        return Err(BundleFault::Text);
    }
    check_signatures(&file)?;
    let signers = file.bundle.signers.into_iter().map(|signer| BundleSigner {
        name: signer.name,
        role: signer.role,
        at: signer.at,
        public_key: signer.public_key,
    });
    let head = &file.bundle.journal_head;
    Ok(BundleReport {
        doc_sha256: file.doc_sha256,
        client_number: file.bundle.client.number,
        text_sha256: file.bundle.text.sha256,
        journal_head: format!("{}-{}", head.seq, head.hash.get(..16).unwrap_or_default()),
        signers: signers.collect(),
    })
}

/// Every user among the signers has signed, nobody else has, and each signature holds.
fn check_signatures(file: &File) -> Result<(), BundleFault> {
    let users: Vec<_> = file.bundle.signers.iter().filter(|signer| signer.user.is_some()).collect();
    if users.is_empty() || users.len() != file.signatures.len() {
        return Err(BundleFault::Signers);
    }
    let message = sign_off_message(&file.doc_sha256);
    for (signer, signature) in users.into_iter().zip(&file.signatures) {
        if signer.user != Some(signature.user) || signer.public_key.as_ref() != Some(&signature.public_key) {
            return Err(BundleFault::Signers);
        }
        if !holds(&signature.public_key, &message, &signature.signature) {
            return Err(BundleFault::Signature { name: signer.name.clone() });
        }
    }
    Ok(())
}

fn holds(public_key: &str, message: &[u8], signature: &str) -> bool {
    let read = |digits: &str| data_encoding::HEXLOWER.decode(digits.as_bytes()).ok();
    let key = read(public_key).and_then(|bytes| <[u8; 32]>::try_from(bytes).ok());
    let key = key.and_then(|bytes| VerifyingKey::from_bytes(&bytes).ok());
    let signature = read(signature).and_then(|bytes| <[u8; 64]>::try_from(bytes).ok());
    match (key, signature) {
        (Some(key), Some(signature)) => key.verify_strict(message, &Signature::from_bytes(&signature)).is_ok(),
        (Some(_) | None, _) => false,
    }
}

fn hex(bytes: &[u8]) -> String {
    data_encoding::HEXLOWER.encode(bytes)
}
