import type { z } from 'zod'
import type { Write } from '../../platform/http/rows.ts'
import { type InvitationLink, inviteToProducer, type ProducerInvitationRequest } from '../accounts/index.ts'
import { requireActive, visibleProducer } from './lock-producer.ts'

/** Invites an owner or staff of a producer that lies in the actor's scope; accounts checks the role. A producer out of reach answers as if it did not exist. */
export async function inviteForProducer(
  { tx, actor, now, config }: Write,
  { id, ...input }: z.infer<typeof ProducerInvitationRequest>,
): Promise<z.infer<typeof InvitationLink>> {
  const producer = await visibleProducer(tx, actor, id)
  await requireActive(tx, producer)
  return await inviteToProducer({ tx, actor, now, config }, producer, input)
}
