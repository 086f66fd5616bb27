import { Button, FileInput, Group, TextInput } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { send, sendFile } from '../../../office/api/client.ts'
import { useWords } from '../../../office/locale/locale.ts'
import { Dialog } from '../../../office/parts/dialog.tsx'
import { notify } from '../../../office/parts/notify.ts'
import { ProblemSummary } from '../../../office/parts/problem.tsx'
import { productLimits } from '../rules.ts'
import type { Product } from './product-draft.ts'

type Picture = Product['pictures'][number]

/** The pictures in their order, each with its author and licence; add, move, remove. */
export function Pictures({ product }: { product: Product }) {
  const words = useWords().picture
  const [removing, setRemoving] = useState<Picture | null>(null)
  const [isAdding, setAdding] = useState(false)
  const queries = useQueryClient()
  const refresh = () => queries.invalidateQueries({ queryKey: ['product', product.id] })
  const move = useMutation({
    mutationFn: ({ id, position }: { id: string; position: number }) =>
      send('PUT', `/office/products/${product.id}/pictures/${id}`, { position }),
    onSuccess: refresh,
  })
  return (
    <>
      <ProblemSummary problem={move.error} />
      {product.pictures.length === 0 && <p className="quiet">{words.none}</p>}
      <ul className="pictures">
        {product.pictures.map((picture, index) => (
          <li key={picture.id}>
            <PictureCard picture={picture} name={product.name} isFirst={index === 0} />
            {product.abilities.edit && (
              <Group gap={4}>
                <Button
                  size="compact-xs"
                  variant="subtle"
                  disabled={index === 0 || move.isPending}
                  onClick={() => move.mutate({ id: picture.id, position: index })}
                >
                  {words.earlier}
                </Button>
                <Button
                  size="compact-xs"
                  variant="subtle"
                  disabled={index === product.pictures.length - 1 || move.isPending}
                  onClick={() => move.mutate({ id: picture.id, position: index + 2 })}
                >
                  {words.later}
                </Button>
                <RemoveButton onClick={() => setRemoving(picture)} />
              </Group>
            )}
          </li>
        ))}
      </ul>
      {product.abilities.edit && (
        <Button variant="default" onClick={() => setAdding(true)}>
          {words.add}
        </Button>
      )}
      {isAdding && <AddPicture productId={product.id} onClose={() => setAdding(false)} onDone={refresh} />}
      {removing && (
        <RemovePicture
          productId={product.id}
          pictureId={removing.id}
          onClose={() => setRemoving(null)}
          onDone={refresh}
        />
      )}
    </>
  )
}

function RemoveButton({ onClick }: { onClick: () => void }) {
  const words = useWords().acts
  return (
    <Button size="compact-xs" variant="subtle" color="red" onClick={onClick}>
      {words.remove}
    </Button>
  )
}

function PictureCard({ picture, name, isFirst }: { picture: Picture; name: string; isFirst: boolean }) {
  const words = useWords().picture
  return (
    <figure>
      <img
        src={picture.addresses[0]}
        alt={picture.caption || name}
        width={picture.width}
        height={picture.height}
        loading="lazy"
      />
      <figcaption className="small">
        {isFirst && <strong>{words.first} · </strong>}
        {picture.caption}{' '}
        <span className="quiet">
          © {picture.author} · {picture.licence}
        </span>
      </figcaption>
    </figure>
  )
}

interface PictureDialogProps {
  productId: string
  onClose: () => void
  onDone: () => void
}

function AddPicture({ productId, onClose, onDone }: PictureDialogProps) {
  const words = useWords()
  const text = words.picture
  const [file, setFile] = useState<File | null>(null)
  const [fields, setFields] = useState({ author: '', licence: '', caption: '' })
  const add = useMutation({
    mutationFn: (chosen: File) => sendFile(`/office/products/${productId}/pictures`, fields, chosen),
    onSuccess: () => {
      notify(text.uploaded)
      onDone()
      onClose()
    },
  })
  const fieldOf = (name: 'author' | 'licence' | 'caption') => ({
    id: `field-${name}`,
    mt: 'sm',
    maxLength: productLimits[name],
    value: fields[name],
    error: add.error?.fields.find((field) => field.path === name)?.message,
    onChange: (event: { currentTarget: { value: string } }) => {
      const { value } = event.currentTarget
      setFields((before) => ({ ...before, [name]: value }))
    },
  })
  return (
    <Dialog
      isOpen
      title={text.add}
      submit={text.upload}
      isPending={add.isPending}
      isReady={file !== null}
      problem={add.error}
      onClose={onClose}
      onSubmit={() => file && add.mutate(file)}
    >
      <FileInput
        label={text.file}
        description={text.fileHint}
        placeholder={words.acts.chooseFile}
        accept="image/jpeg,image/png,image/webp"
        required
        value={file}
        onChange={setFile}
      />
      <TextInput label={text.author} required {...fieldOf('author')} />
      <TextInput label={text.licence} description={text.licenceHint} required {...fieldOf('licence')} />
      <TextInput label={text.caption} description={text.captionHint} {...fieldOf('caption')} />
    </Dialog>
  )
}

function RemovePicture({ productId, pictureId, onClose, onDone }: PictureDialogProps & { pictureId: string }) {
  const words = useWords()
  const remove = useMutation({
    mutationFn: () => send('DELETE', `/office/products/${productId}/pictures/${pictureId}`),
    onSuccess: () => {
      onDone()
      onClose()
    },
  })
  return (
    <Dialog
      isOpen
      danger
      title={words.picture.removeTitle}
      text={words.picture.removeText}
      submit={words.acts.remove}
      isPending={remove.isPending}
      problem={remove.error}
      onClose={onClose}
      onSubmit={() => remove.mutate()}
    />
  )
}
