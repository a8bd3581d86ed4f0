export { openMail, type Mail, type Mailbox } from './mail.ts'
