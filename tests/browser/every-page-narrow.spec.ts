import { testEveryPage } from './every-page.ts'

testEveryPage({ language: 'it', theme: 'dark', viewport: { width: 390, height: 844 } })
