import { testEveryPage } from './every-page.ts'

testEveryPage({ language: 'en', theme: 'light', viewport: { width: 1280, height: 900 } })
