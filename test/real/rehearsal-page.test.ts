import { existsSync } from 'node:fs'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { rehearsalPage } from '../../packages/cli/page/page.ts'
import { exampleScene } from '../rehearsals/scene.ts'
import { CHROMIUM, launchChromium } from './chromium.ts'

describe.skipIf(!existsSync(CHROMIUM))(
  `the rehearsal's page in Chromium (needs ${CHROMIUM}: apt-get install chromium)`,
  () => {
    let home: string
    let browser: Browser

    beforeAll(async () => {
      home = await mkdtemp(join(tmpdir(), 'page-'))
      const scene = await exampleScene('codeflare')
      const page = rehearsalPage(await scene.rehearse())
      await scene.remove()
      await writeFile(join(home, 'report.html'), page)
      browser = await launchChromium()
    }, 120_000)
    afterAll(async () => {
      await browser.close()
      await rm(home, { recursive: true })
    })

    test.each([
      [1280, 'light'],
      [1280, 'dark'],
      [390, 'light'],
    ] as const)('reads well at %i pixels, %s', async (width, colorScheme) => {
      const context = await browser.newContext({ viewport: { width, height: 900 }, colorScheme })
      const page = await context.newPage()
      const complaints: string[] = []
      page.on('console', (message) => void complaints.push(message.text()))
      page.on('pageerror', (error) => void complaints.push(error.message))
      page.on('request', (request) => {
        if (!/^(?:file|data):/.test(request.url())) complaints.push(`asked for ${request.url()}`)
      })
      await page.goto(pathToFileURL(join(home, 'report.html')).href)

      for (const text of [
        'CodeFlare Stack',
        'The eight steps',
        'stable points at this release',
        'Release notes of v1.3.0',
      ]) {
        expect(await page.getByText(text, { exact: false }).first().isVisible(), text).toBe(true)
      }
      expect(await page.locator('ol.stages > li').count()).toBe(8)
      expect(await page.locator('svg.graph rect').count()).toBe(8)
      await page.evaluate('for (const folded of document.querySelectorAll("details")) folded.open = true')
      const sticksOut = await page.evaluate(
        'document.documentElement.scrollWidth - document.documentElement.clientWidth',
      )
      expect(sticksOut, 'nothing sticks out to the right, everything unfolded').toBe(0)
      expect(complaints).toEqual([])
      await context.close()
    })

    test('unfolds a step and the change of a commit', async () => {
      const page = await browser.newPage()
      await page.goto(pathToFileURL(join(home, 'report.html')).href)
      const step = page.locator('details.step', { hasText: 'CRDs in config/crd' })
      await step.locator('summary').first().click()
      expect(await step.getByText('appwrappers.workload.codeflare.dev').first().isVisible()).toBe(true)
      const commit = page.locator('.commit', { hasText: 'take in the components' })
      await commit.getByText('Show the change').click()
      expect(await commit.getByText('+MCAD_VERSION ?= v1.41.0').isVisible()).toBe(true)
      await page.close()
    })
  },
)
