//! The clinic's key for seals, and the certificate that goes with it.

use std::time::Duration;

use data_encoding::HEXLOWER;
use p256::PublicKey;
use p256::ecdsa::signature::Signer as _;
use p256::ecdsa::{DerSignature, SigningKey};
use p256::pkcs8::EncodePublicKey as _;
use sha2::{Digest as _, Sha256};
use x509_cert::attr::AttributeTypeAndValue;
use x509_cert::certificate::{Certificate, TbsCertificate, Version};
use x509_cert::der::asn1::{Any, BitString, GeneralizedTime, ObjectIdentifier, OctetString, SetOfVec, UtcTime};
use x509_cert::der::{Decode as _, Encode, Tag};
use x509_cert::ext::Extension;
use x509_cert::ext::pkix::{BasicConstraints, ExtendedKeyUsage, KeyUsage, KeyUsages};
use x509_cert::name::{Name, RdnSequence, RelativeDistinguishedName};
use x509_cert::serial_number::SerialNumber;
use x509_cert::spki::{AlgorithmIdentifierOwned, SubjectPublicKeyInfoOwned};
use x509_cert::time::{Time, Validity};

use super::SealError;

const COMMON_NAME: ObjectIdentifier = ObjectIdentifier::new_unwrap("2.5.4.3");
const DOCUMENT_SIGNING: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.3.6.1.5.5.7.3.36");
const BASIC_CONSTRAINTS: ObjectIdentifier = ObjectIdentifier::new_unwrap("2.5.29.19");
const KEY_USAGE: ObjectIdentifier = ObjectIdentifier::new_unwrap("2.5.29.15");
const EXTENDED_KEY_USAGE: ObjectIdentifier = ObjectIdentifier::new_unwrap("2.5.29.37");
const ECDSA_WITH_SHA256: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.840.10045.4.3.2");
/// The longest common name a certificate may hold, in characters.
const LONGEST_NAME: usize = 64;
/// How long the certificate is valid: longer than any record is kept.
const VALID_FOR: Duration = Duration::from_secs(60 * 60 * 24 * 365 * 40);
/// The first second that no longer fits the short way to write a time (2050).
const SHORT_UNTIL: Duration = Duration::from_secs(2_524_608_000);

/// The clinic's key for seals. The same secret, name and instant make the same certificate.
#[derive(Clone)]
pub struct SealKey {
    key: SigningKey,
    certificate: Certificate,
}

impl SealKey {
    /// A key from its 32 secret bytes, with the certificate of a clinic that is valid from an instant on (UTC, whole
    /// seconds since 1970-01-01T00:00:00Z). A name longer than 64 characters is cut.
    ///
    /// # Errors
    /// [`SealError::Key`], [`SealError::NoClinic`] and [`SealError::Instant`].
    pub fn new(secret: &[u8; 32], clinic: &str, valid_from: i64) -> Result<Self, SealError> {
        let key = SigningKey::from_bytes(secret.into()).map_err(|_| SealError::Key)?;
        let clinic: String = clinic.trim().chars().filter(|letter| !letter.is_control()).take(LONGEST_NAME).collect();
        if clinic.is_empty() {
            return Err(SealError::NoClinic);
        }
        let certificate = certificate(&key, &clinic, validity(valid_from)?)?;
        Ok(Self { key, certificate })
    }

    /// SHA-256 of the certificate as 64 hexadecimal digits: what a clinic gives out so that its seals are known.
    ///
    /// # Errors
    /// [`SealError::Assembly`] when the certificate cannot be written down.
    pub fn fingerprint(&self) -> Result<String, SealError> {
        Ok(HEXLOWER.encode(&Sha256::digest(der(&self.certificate)?)))
    }

    pub(super) fn certificate(&self) -> &Certificate {
        &self.certificate
    }

    /// Signs bytes; the same bytes always give the same signature.
    pub(super) fn sign(&self, bytes: &[u8]) -> Vec<u8> {
        sign(&self.key, bytes)
    }
}

impl std::fmt::Debug for SealKey {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        // The secret is never printed.
        f.debug_struct("SealKey").finish_non_exhaustive()
    }
}

fn sign(key: &SigningKey, bytes: &[u8]) -> Vec<u8> {
    let signature: DerSignature = key.sign(bytes);
    signature.as_bytes().to_vec()
}

/// How the signatures here are made.
pub(super) fn signature_algorithm() -> AlgorithmIdentifierOwned {
    AlgorithmIdentifierOwned { oid: ECDSA_WITH_SHA256, parameters: None }
}

pub(super) fn der(value: &impl Encode) -> Result<Vec<u8>, SealError> {
    value.to_der().map_err(|_| SealError::Assembly)
}

fn certificate(key: &SigningKey, clinic: &str, validity: Validity) -> Result<Certificate, SealError> {
    let assembly = |_| SealError::Assembly;
    let public = PublicKey::from(key.verifying_key()).to_public_key_der().map_err(|_| SealError::Key)?;
    let name = name(clinic)?;
    // The serial number follows from the key, so that the certificate does too. Its first bit is off: it is positive.
    let mut serial = Sha256::digest(public.as_bytes())[..16].to_vec();
    serial[0] = serial[0] & 0x7f | 0x40;
    let tbs_certificate = TbsCertificate {
        version: Version::V3,
        serial_number: SerialNumber::new(&serial).map_err(assembly)?,
        signature: signature_algorithm(),
        issuer: name.clone(),
        validity,
        subject: name,
        subject_public_key_info: SubjectPublicKeyInfoOwned::from_der(public.as_bytes()).map_err(assembly)?,
        issuer_unique_id: None,
        subject_unique_id: None,
        extensions: Some(extensions()?),
    };
    let signature = BitString::from_bytes(&sign(key, &der(&tbs_certificate)?)).map_err(assembly)?;
    Ok(Certificate { tbs_certificate, signature_algorithm: signature_algorithm(), signature })
}

/// What the key is for: documents, and nothing else.
fn extensions() -> Result<Vec<Extension>, SealError> {
    let extension = |extn_id, critical, value: Vec<u8>| {
        let extn_value = OctetString::new(value).map_err(|_| SealError::Assembly)?;
        Ok(Extension { extn_id, critical, extn_value })
    };
    let usage = KeyUsage(KeyUsages::DigitalSignature | KeyUsages::NonRepudiation);
    Ok(vec![
        extension(BASIC_CONSTRAINTS, true, der(&BasicConstraints { ca: false, path_len_constraint: None })?)?,
        extension(KEY_USAGE, true, der(&usage)?)?,
        extension(EXTENDED_KEY_USAGE, false, der(&ExtendedKeyUsage(vec![DOCUMENT_SIGNING]))?)?,
    ])
}

fn name(clinic: &str) -> Result<Name, SealError> {
    let value = Any::new(Tag::Utf8String, clinic.as_bytes()).map_err(|_| SealError::Assembly)?;
    let common = AttributeTypeAndValue { oid: COMMON_NAME, value };
    let set = SetOfVec::try_from([common]).map_err(|_| SealError::Assembly)?;
    Ok(RdnSequence(vec![RelativeDistinguishedName(set)]))
}

fn validity(valid_from: i64) -> Result<Validity, SealError> {
    let from = Duration::from_secs(u64::try_from(valid_from).map_err(|_| SealError::Instant)?);
    let until = from.checked_add(VALID_FOR).ok_or(SealError::Instant)?;
    Ok(Validity { not_before: time(from)?, not_after: time(until)? })
}

fn time(since_1970: Duration) -> Result<Time, SealError> {
    let instant = |_| SealError::Instant;
    if since_1970 < SHORT_UNTIL {
        return Ok(Time::UtcTime(UtcTime::from_unix_duration(since_1970).map_err(instant)?));
    }
    Ok(Time::GeneralTime(GeneralizedTime::from_unix_duration(since_1970).map_err(instant)?))
}
