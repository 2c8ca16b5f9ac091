/** A design as a contest's file tells it: `model · Title`, then its story, then an empty line. */
export interface WrittenDesign {
  /** The English name of the model in the drawings that fits the story. */
  model: string
  title: string
  story: string
}

export function writtenDesigns(text: string): WrittenDesign[] {
  return paragraphs(text).map(([head = '', ...story]) => {
    const [model = '', title = ''] = head.split(' · ')
    if (title === '' || story.length === 0) throw new Error(`“${head}” has no title or no story.`)
    return { model, title, story: story.join('\n') }
  })
}

export interface WrittenPerson {
  name: string
  language: 'en' | 'it'
  bio: string
}

/** People as their file tells them: `Name · language · bio`, one a line. */
export function writtenPeople(text: string): WrittenPerson[] {
  return paragraphs(text)
    .flat()
    .map((line) => {
      const [name = '', language, bio = ''] = line.split(' · ')
      if (language !== 'en' && language !== 'it') throw new Error(`“${line}” does not say which language.`)
      return { name, language, bio }
    })
}

function paragraphs(text: string): string[][] {
  return text
    .trim()
    .split(/\n\s*\n/)
    .map((paragraph) => paragraph.split('\n').map((line) => line.trim()))
}
