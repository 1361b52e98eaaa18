/** Certificates as they are stored, printed and checked. */
import { CERTIFICATE_TOKEN_LENGTH, certificateCodeOf } from '@domain/certificate/certificate-code';
import type { CertificateFacts } from '@domain/certificate/certificate-facts';
import { canonicalJson } from '@domain/kernel/canonical-json';
import type { CertificateDocument } from '../../repositories/documents';
import type { Keyring } from '../../vault/keys';

/** What is certified, before it has a code. */
export type Proven = Omit<CertificateFacts, 'issuer' | 'issuedOn'>;

const placeOfName = (id: string) => ({ collection: 'certificates', id, field: 'name' });

/** The same person with the same facts gets the same code; nobody else can make it. */
export function tokenFor(keyring: Keyring, holderId: string, proven: Proven): string {
  const digest = keyring.payloadDigest(`certificate|${holderId}|${canonicalJson(proven)}`);
  return digest.slice(0, CERTIFICATE_TOKEN_LENGTH).toUpperCase();
}

/** Where the certificate with that code lies. */
export function certificateId(keyring: Keyring, token: string): string {
  return keyring.payloadDigest(`certificateCode|${token}`);
}

export function sealedCertificate(
  keyring: Keyring,
  facts: CertificateFacts,
  { holderId, token }: { readonly holderId: string; readonly token: string },
): CertificateDocument {
  const _id = certificateId(keyring, token);
  const { holder, ...rest } = facts;
  const sealed = holder === '' ? {} : { sealedName: keyring.seal('person', placeOfName(_id), holder) };
  return { _id, holderId, ...rest, ...sealed };
}

export function factsOf(keyring: Keyring, document: CertificateDocument): CertificateFacts {
  const { _id, sealedName } = document;
  const holder = sealedName === undefined ? '' : keyring.open(placeOfName(_id), sealedName);
  const { issuer, issuedOn } = document;
  return { ...provenBy(document, holder), issuer, issuedOn };
}

function provenBy(document: CertificateDocument, holder: string): Proven {
  const { kind, course, right, total, minutes, services, from, until } = document;
  return { kind, holder, course, right, total, minutes, services, from, until };
}

/** The paper as its holder gets it; the code is made again from what it says. */
export function paperOf(
  keyring: Keyring,
  document: CertificateDocument,
): CertificateFacts & { readonly code: string } {
  const facts = factsOf(keyring, document);
  const token = tokenFor(keyring, document.holderId, provenBy(document, facts.holder));
  return { ...facts, code: certificateCodeOf(token) };
}
