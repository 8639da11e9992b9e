/**
 * The digests that node:crypto knows, by the names that manifests have (RFC 8493, section 2.4: lower case, no hyphens),
 * with the length of the digest in hexadecimal digits.
 */
const ALGORITHMS: Readonly<Record<string, { name: string; digits: number }>> = {
  md5: { name: 'md5', digits: 32 },
  sha1: { name: 'sha1', digits: 40 },
  sha224: { name: 'sha224', digits: 56 },
  sha256: { name: 'sha256', digits: 64 },
  sha384: { name: 'sha384', digits: 96 },
  sha512: { name: 'sha512', digits: 128 },
  sha512224: { name: 'sha512-224', digits: 56 },
  sha512256: { name: 'sha512-256', digits: 64 },
  sha3224: { name: 'sha3-224', digits: 56 },
  sha3256: { name: 'sha3-256', digits: 64 },
  sha3384: { name: 'sha3-384', digits: 96 },
  sha3512: { name: 'sha3-512', digits: 128 },
  ripemd160: { name: 'ripemd160', digits: 40 },
  blake2b512: { name: 'blake2b512', digits: 128 },
  blake2s256: { name: 'blake2s256', digits: 64 },
};

export const digitsOf = (algorithm: string): number | undefined => ALGORITHMS[algorithm]?.digits;

/** The name by which node:crypto makes such digests. */
export const cryptoName = (algorithm: string): string | undefined => ALGORITHMS[algorithm]?.name;
