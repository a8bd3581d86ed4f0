/** Stands in `dist/` for the HTTP client with which nodemailer fetches attachments from addresses. We hand it text. */
export default function noFetch(): never {
  throw new Error('a mail of ours has nothing to be fetched')
}
