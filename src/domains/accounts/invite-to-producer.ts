import { type Invitee, type Issuing, issueInvitation, requireRole } from './issue-invitation.ts'
import type { InvitationLink } from './messages.ts'
import { refuse } from './refusals.ts'

/** A producer as its own domain knows it, loaded through the actor. */
export interface InvitingProducer {
  id: string
  name: string
  provinceCode: string
  communeCode: string | null
}

/** Invites an owner or staff of a producer. The producers' domain calls it with a producer that it loaded through the actor; scope is checked again here. */
export async function inviteToProducer(
  issuing: Issuing,
  producer: InvitingProducer,
  input: { roleCode: string } & Invitee,
): Promise<InvitationLink> {
  const role = await requireRole(issuing.tx, input.roleCode)
  if (role.tier !== 'producer') throw refuse('role-not-for-producer')
  const { id, name, provinceCode, communeCode } = producer
  const place = { provinceCode, communeCode, producerId: id, producerName: name }
  return await issueInvitation(issuing, { role, place, invitee: input })
}
