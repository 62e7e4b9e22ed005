import DKIM from 'nodemailer/lib/dkim'
import type { SigningKey } from '../../store/entities'

const SIGNED_HEADERS =
  'From:To:Cc:Subject:Date:Message-ID:MIME-Version:Content-Type:Content-Transfer-Encoding:Reply-To:' +
  'In-Reply-To:References:List-Unsubscribe:List-Unsubscribe-Post:Feedback-ID'

export interface Signer {
  domain: string
  key: SigningKey
}

/** Puts one DKIM signature for each signer on top; rsa-sha256, relaxed/relaxed. */
export async function sign(raw: Buffer, signers: Signer[]): Promise<Buffer> {
  const dkim = new DKIM({
    headerFieldNames: SIGNED_HEADERS,
    keys: signers.map(({ domain, key }) => ({
      domainName: domain,
      keySelector: key.selector,
      privateKey: key.privateKey,
    })),
  })
  const chunks: Buffer[] = []
  for await (const chunk of dkim.sign(raw)) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks)
}
