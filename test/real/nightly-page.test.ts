import { existsSync } from 'node:fs'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { badge, nightsPage } from '../../packages/nightly/index.ts'
import { manyNights } from '../packages/nightly/history-sample.ts'
import { CHROMIUM, launchChromium } from './chromium.ts'

describe.skipIf(!existsSync(CHROMIUM))(
  `the nights' page in Chromium (needs ${CHROMIUM}: apt-get install chromium)`,
  () => {
    const nights = manyNights(58)
    let home: string
    let browser: Browser

    beforeAll(async () => {
      home = await mkdtemp(join(tmpdir(), 'nights-'))
      const page = nightsPage(nights, {
        title: 'project-codeflare/codeflare-operator',
        serverUrl: 'https://github.com',
      })
      await writeFile(join(home, 'index.html'), page)
      // As it is, and once more with markup that the page's own policy has to refuse.
      const attack =
        '<script>document.title = "taken"</script><img src="https://example.com/x.png"><p style="color: red">x</p>'
      await writeFile(join(home, 'attacked.html'), page.replace('<main>', `<main>${attack}`))
      await writeFile(join(home, 'badge.svg'), badge(nights))
      browser = await launchChromium()
    }, 120_000)
    afterAll(async () => {
      await browser.close()
      await rm(home, { recursive: true })
    })

    /** A page that notes whatever it complains about or asks for. */
    async function open(file: string, width: number, colorScheme: 'light' | 'dark'): Promise<[Page, string[]]> {
      const page = await browser.newPage({ viewport: { width, height: 900 }, colorScheme })
      const complaints: string[] = []
      page.on('console', (message) => void complaints.push(message.text()))
      page.on('pageerror', (error) => void complaints.push(error.message))
      page.on('request', (request) => {
        if (!/^(?:file|data):/.test(request.url())) complaints.push(`asked for ${request.url()}`)
      })
      await page.goto(pathToFileURL(join(home, file)).href)
      return [page, complaints]
    }

    test.each([
      [1280, 'light'],
      [1280, 'dark'],
      [390, 'light'],
      [390, 'dark'],
    ] as const)('reads well at %i pixels, %s', async (width, scheme) => {
      const [page, complaints] = await open('index.html', width, scheme)
      expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('project-codeflare/codeflare-operator')
      expect(await page.locator('table.grid .verdicts td').count()).toBe(58)
      expect(await page.locator('table.grid tbody tr').count()).toBe(7)
      const newest = page.locator('table.grid .verdicts td').first()
      expect(await newest.isVisible()).toBe(true)
      const box = await newest.boundingBox()
      expect((box?.x ?? width) + (box?.width ?? 0), 'the newest night is in sight').toBeLessThan(width)
      await page.evaluate('for (const folded of document.querySelectorAll("details")) folded.open = true')
      const sticksOut = await page.evaluate(
        'document.documentElement.scrollWidth - document.documentElement.clientWidth',
      )
      expect(sticksOut, 'nothing sticks out to the right, everything unfolded').toBe(0)
      expect(await contrasts(page), 'letters that are hard to read (WCAG 2.2: below 4.5 to 1)').toEqual([])
      expect(complaints).toEqual([])
      await page.close()
    })

    test('a click on a night unfolds it, with its culprit and its failing tests', async () => {
      const [page] = await open('index.html', 1280, 'light')
      const rejected = nights.findLast(({ verdict }) => verdict === 'rejected')
      const detail = page.locator(`[id="night-${rejected?.id}"]`)
      expect(await detail.isVisible()).toBe(false)
      await page.locator('table.grid .verdicts a', { hasText: '✗' }).first().click()
      await detail.waitFor({ state: 'visible' })
      expect(await detail.getByText('To blame, with a probability of 97 %').isVisible()).toBe(true)
      expect(await detail.getByText('TestMNISTRayJobRayCluster <script>alert("x")</script>').isVisible()).toBe(true)
      const link = detail.getByRole('cell').getByRole('link')
      expect(await link.getAttribute('href')).toBe(rejected?.culprit?.components[0]?.compare)
      await detail.getByText('4 trials, 152 min in all').click()
      expect(await detail.getByText('! infrastructure').isVisible()).toBe(true)
      await page.close()
    })

    test('its own policy refuses what somebody smuggles in', async () => {
      const [page, complaints] = await open('attacked.html', 1280, 'light')
      expect(await page.title()).toBe('project-codeflare/codeflare-operator: nightly integration')
      const refused = complaints.filter((complaint) => complaint.includes('Content Security Policy'))
      expect(refused.length).toBe(3)
      await page.close()
    })

    test('the badge is one line of words that fit', async () => {
      const [page] = await open('badge.svg', 400, 'light')
      const fits = await page.evaluate(
        `[...document.querySelectorAll('text')].every((text) => text.getBBox().x >= 0 && text.getBBox().x + text.getBBox().width <= Number(document.documentElement.getAttribute('width')))`,
      )
      expect(fits).toBe(true)
      expect(await page.evaluate('document.documentElement.getAttribute("aria-label")')).toBe(
        'nightly: accepted 2026-11-21',
      )
      await page.close()
    })
  },
)

/** What has letters in a colour that its background swallows. */
async function contrasts(page: Page): Promise<unknown> {
  return page.evaluate(`(() => {
    const numbers = (colour) => colour.match(/[\\d.]+/g).map(Number)
    const light = ([r, g, b]) => [r, g, b].map((part) => (part /= 255) <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4)
      .reduce((sum, part, at) => sum + part * [0.2126, 0.7152, 0.0722][at], 0)
    const behind = (element) => {
      for (let at = element; at; at = at.parentElement) {
        const colour = numbers(getComputedStyle(at).backgroundColor)
        if ((colour[3] ?? 1) > 0) return colour
      }
      return [255, 255, 255]
    }
    const bad = new Set()
    for (const element of document.querySelectorAll('body *')) {
      if (![...element.childNodes].some((node) => node.nodeType === 3 && node.data.trim() !== '')) continue
      const [one, two] = [light(numbers(getComputedStyle(element).color)), light(behind(element))].sort((a, b) => b - a)
      const ratio = (one + 0.05) / (two + 0.05)
      if (ratio < 4.5) bad.add(element.tagName + '.' + element.className + ' in ' + element.parentElement.className + ': ' + ratio.toFixed(2))
    }
    return [...bad]
  })()`)
}
