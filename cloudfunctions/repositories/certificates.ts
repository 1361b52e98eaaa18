import type { Reader } from '../kernel/store';
import type { CertificateDocument } from './documents';

export function findCertificate(reader: Reader, id: string): Promise<CertificateDocument | undefined> {
  return reader.find<CertificateDocument>('certificates', id);
}
