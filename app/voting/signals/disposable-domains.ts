import type { MailClass } from './judged-ballot.ts'

/** Providers that hand out addresses for minutes, the ones seen most; new ones appear daily, so this is one weak signal among nine. */
const DISPOSABLE = new Set(
  `0-mail.com 10minutemail.com 10minutemail.net 1secmail.com 20minutemail.com 33mail.com anonbox.net burnermail.io byom.de
  cock.li discard.email discardmail.com dispostable.com dropmail.me emailondeck.com emailtemporanea.com emailtemporanea.net
  fakeinbox.com fakemail.net getairmail.com getnada.com grr.la guerrillamail.biz guerrillamail.com guerrillamail.de
  guerrillamail.info guerrillamail.net guerrillamail.org guerrillamailblock.com harakirimail.com inboxbear.com inboxkitten.com
  jetable.org mail-temp.com mail-temporaire.fr mail.tm mailcatch.com maildrop.cc mailexpire.com mailinator.com mailinator.net
  mailnesia.com mailnull.com mailsac.com mailtemp.info mintemail.com moakt.com mohmal.com mytemp.email nada.email
  owlymail.com sharklasers.com smailpro.com spam4.me spambog.com spamex.com spamgourmet.com spamherelots.com temp-mail.io
  temp-mail.org tempail.com tempinbox.com tempmail.com tempmail.dev tempmail.plus tempmailo.com tempr.email throwawaymail.com
  tmail.io tmpmail.net tmpmail.org trash-mail.com trashmail.com trashmail.de trashmail.net wegwerfmail.de yopmail.com
  yopmail.fr yopmail.net zoemail.org`.split(/\s+/),
)

export function mailClassOf(email: string | null): MailClass {
  const labels = (email?.split('@').at(-1) ?? '').toLowerCase().split('.')
  // Most of these also answer for every name in front of theirs.
  return labels.some((_, from) => DISPOSABLE.has(labels.slice(from).join('.'))) ? 'disposable' : 'ordinary'
}
