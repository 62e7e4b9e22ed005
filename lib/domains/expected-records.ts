import { env } from '@/lib/kernel/env'
import { checklist, type ChecklistInput, type ExpectedRecord } from './records'

/** The records of a domain on this installation: who receives for it is the operator's choice. */
export const expectedRecords = (domain: Omit<ChecklistInput, 'inboundMx'>): ExpectedRecord[] =>
  checklist({ ...domain, inboundMx: env().INBOUND_MX })
