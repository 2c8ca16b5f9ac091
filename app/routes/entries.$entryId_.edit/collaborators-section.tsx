import { Form, Link } from '@remix-run/react'
import type { EntryEdit } from '#app/entries/entry-edits.server.ts'
import type { CollaboratorView } from '#app/entries/makers.server.ts'
import { links } from '#app/http/links.ts'
import type { FormRefusal } from '#app/http/respond.server.ts'
import { m } from '#app/i18n/paraglide/messages.js'
import { Button, SubmitButton } from '#app/ui/button.tsx'
import { TextField } from '#app/ui/field.tsx'
import { Monogram } from '#app/ui/monogram.tsx'
import { typedText } from './typed.ts'

/** Outside the words' form: a form cannot stand in a form. Its typing is nothing that saves itself. */
export function CollaboratorsSection({ edit, refusal }: { edit: EntryEdit; refusal: FormRefusal | undefined }) {
  return (
    <section
      aria-labelledby="collaborators-title"
      className="mt-12 border-line border-t pt-4"
      onInput={(event) => event.stopPropagation()}
    >
      <h2 id="collaborators-title" className="text-xl">
        {m.entries_collaborators()}
      </h2>
      <p className="mt-1 mb-5 max-w-text text-quiet text-sm">{m.entries_collaborators_hint()}</p>
      {edit.collaborators.length > 0 && (
        <ul className="mb-6 border-line border-b">
          {edit.collaborators.map((collaborator) => (
            <CollaboratorLine key={collaborator.id} entryId={edit.id} collaborator={collaborator} />
          ))}
        </ul>
      )}
      <Form method="post" action={links.inviteCollaborator(edit.id)} preventScrollReset>
        <TextField
          name="handle"
          label={m.entries_invite_label()}
          hint={m.entries_invite_hint()}
          error={refusal?.errors.handle}
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          maxLength={200}
          defaultValue={typedText(refusal?.typed, 'handle', '')}
        />
        <SubmitButton look="plain">{m.entries_invite()}</SubmitButton>
      </Form>
    </section>
  )
}

function CollaboratorLine({ entryId, collaborator }: { entryId: string; collaborator: CollaboratorView }) {
  const { id, handle, state } = collaborator
  const name = collaborator.name ?? m.entries_former_member()
  const words = {
    invited: m.entries_collaborator_invited(),
    accepted: m.entries_collaborator_accepted(),
    declined: m.entries_collaborator_declined(),
  }[state]
  return (
    <li className="flex items-center gap-4 border-line border-t py-2.5">
      <Monogram name={name} size="small" />
      <span className="min-w-0 grow text-sm">
        <Link to={links.person(handle)} className="link">
          {name}
        </Link>
        <span className="block text-quiet text-xs">{words}</span>
      </span>
      {state !== 'declined' && (
        <Form method="post" action={links.removeCollaborator(entryId)} preventScrollReset>
          <input type="hidden" name="accountId" value={id} />
          <Button type="submit" look="quiet" size="small" aria-label={m.entries_collaborator_remove_spoken({ name })}>
            {m.entries_collaborator_remove()}
          </Button>
        </Form>
      )}
    </li>
  )
}
