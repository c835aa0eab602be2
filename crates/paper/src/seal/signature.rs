//! The signature over a file's digest, as CMS with the attributes CAdES asks for.

use cms::cert::{CertificateChoices, IssuerAndSerialNumber};
use cms::content_info::{CmsVersion, ContentInfo};
use cms::signed_data::{
    CertificateSet, EncapsulatedContentInfo, SignedData, SignerIdentifier, SignerInfo, SignerInfos,
};
use p256::ecdsa::signature::Verifier as _;
use p256::ecdsa::{DerSignature, VerifyingKey};
use p256::pkcs8::DecodePublicKey as _;
use sha2::{Digest as _, Sha256};
use x509_cert::attr::{Attribute, Attributes};
use x509_cert::certificate::Certificate;
use x509_cert::der::asn1::{Any, ObjectIdentifier, OctetString, SetOfVec};
use x509_cert::der::{Decode as _, Encode as _, Tag};
use x509_cert::spki::AlgorithmIdentifierOwned;

use super::SealError;
use super::key::{SealKey, der, signature_algorithm};

const DATA: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.840.113549.1.7.1");
const SIGNED_DATA: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.840.113549.1.7.2");
const CONTENT_TYPE: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.840.113549.1.9.3");
const MESSAGE_DIGEST: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.840.113549.1.9.4");
const SIGNING_CERTIFICATE_V2: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.840.113549.1.9.16.2.47");
const SHA256: ObjectIdentifier = ObjectIdentifier::new_unwrap("2.16.840.1.101.3.4.2.1");

/// Signs the SHA-256 of a file. Returns the CMS in DER.
pub(super) fn sign(key: &SealKey, digest: &[u8]) -> Result<Vec<u8>, SealError> {
    let attributes = attributes(key.certificate(), digest)?;
    let signature = key.sign(&der(&attributes)?);
    assembled(key.certificate(), digest, &signature)
}

/// What a seal says when it holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Held {
    /// The name in the certificate.
    pub(super) clinic: String,
    /// SHA-256 of the certificate.
    pub(super) certificate_sha256: [u8; 32],
    /// The digest that was signed.
    pub(super) digest: Vec<u8>,
}

/// Reads a signature back. Nothing unless it is, to the byte, one that was made here and its own certificate holds:
/// what a reader might overlook in a signature, an attacker might use.
pub(super) fn read(cms: &[u8]) -> Option<Held> {
    let info = ContentInfo::from_der(cms).ok()?;
    let signed: SignedData = info.content.decode_as().ok()?;
    let [CertificateChoices::Certificate(certificate)] = signed.certificates.as_ref()?.0.as_slice() else {
        return None;
    };
    let [signer] = signed.signer_infos.0.as_slice() else { return None };
    let attributes = signer.signed_attrs.as_ref()?;
    let digest = attributes.iter().find(|attribute| attribute.oid == MESSAGE_DIGEST)?.values.get(0)?;
    let digest = digest.decode_as::<OctetString>().ok()?.into_bytes();
    let signature = signer.signature.as_bytes();
    if assembled(certificate, &digest, signature).ok()? != cms {
        return None;
    }
    let key = certificate.tbs_certificate.subject_public_key_info.to_der().ok()?;
    let key = VerifyingKey::from_public_key_der(&key).ok()?;
    let holds = |bytes: &[u8], signature: &[u8]| {
        DerSignature::try_from(signature).is_ok_and(|signature| key.verify(bytes, &signature).is_ok())
    };
    let own = certificate.signature.as_bytes()?;
    let certificate_der = certificate.to_der().ok()?;
    if !holds(&certificate.tbs_certificate.to_der().ok()?, own) || !holds(&attributes.to_der().ok()?, signature) {
        return None;
    }
    Some(Held {
        clinic: clinic_of(certificate).unwrap_or_default(),
        certificate_sha256: Sha256::digest(certificate_der).into(),
        digest,
    })
}

fn clinic_of(certificate: &Certificate) -> Option<String> {
    let name = certificate.tbs_certificate.subject.0.first()?.0.get(0)?;
    String::from_utf8(name.value.value().to_vec()).ok()
}

fn assembled(certificate: &Certificate, digest: &[u8], signature: &[u8]) -> Result<Vec<u8>, SealError> {
    let assembly = |_| SealError::Assembly;
    let issuer = certificate.tbs_certificate.issuer.clone();
    let serial_number = certificate.tbs_certificate.serial_number.clone();
    let signer = SignerInfo {
        version: CmsVersion::V1,
        sid: SignerIdentifier::IssuerAndSerialNumber(IssuerAndSerialNumber { issuer, serial_number }),
        digest_alg: sha256(),
        signed_attrs: Some(attributes(certificate, digest)?),
        signature_algorithm: signature_algorithm(),
        signature: OctetString::new(signature).map_err(assembly)?,
        unsigned_attrs: None,
    };
    let certificates = SetOfVec::try_from([CertificateChoices::Certificate(certificate.clone())]).map_err(assembly)?;
    let signed = SignedData {
        version: CmsVersion::V1,
        digest_algorithms: SetOfVec::try_from([sha256()]).map_err(assembly)?,
        encap_content_info: EncapsulatedContentInfo { econtent_type: DATA, econtent: None },
        certificates: Some(CertificateSet(certificates)),
        crls: None,
        signer_infos: SignerInfos(SetOfVec::try_from([signer]).map_err(assembly)?),
    };
    let content = Any::encode_from(&signed).map_err(assembly)?;
    der(&ContentInfo { content_type: SIGNED_DATA, content })
}

/// What is signed: the digest, and which certificate belongs to the key.
fn attributes(certificate: &Certificate, digest: &[u8]) -> Result<Attributes, SealError> {
    let assembly = |_| SealError::Assembly;
    let attribute = |oid, value| {
        let values = SetOfVec::try_from([value]).map_err(assembly)?;
        Ok::<_, SealError>(Attribute { oid, values })
    };
    let digest = OctetString::new(digest).map_err(assembly)?;
    let certificate = OctetString::new(Sha256::digest(der(certificate)?).to_vec()).map_err(assembly)?;
    // SigningCertificateV2 { certs { ESSCertIDv2 { certHash } } }, SHA-256 being the default.
    let mut nested = der(&certificate)?;
    for _ in 0..2 {
        nested = der(&Any::new(Tag::Sequence, nested).map_err(assembly)?)?;
    }
    let attributes = [
        attribute(CONTENT_TYPE, Any::from(DATA))?,
        attribute(MESSAGE_DIGEST, Any::encode_from(&digest).map_err(assembly)?)?,
        attribute(SIGNING_CERTIFICATE_V2, Any::new(Tag::Sequence, nested).map_err(assembly)?)?,
    ];
    SetOfVec::try_from(attributes).map_err(assembly)
}

fn sha256() -> AlgorithmIdentifierOwned {
    AlgorithmIdentifierOwned { oid: SHA256, parameters: None }
}
