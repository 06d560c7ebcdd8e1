import { http } from '@/framework/api/http';

export type TransportKind = 'Default' | 'SendGrid' | 'Smtp';
export type SendGridRegion = 'Global' | 'Eu';
export type SmtpSecurity = 'StartTls' | 'Tls' | 'None';

export interface MailTransport {
  kind: TransportKind;
  fromAddress: string | null;
  currentFromAddress: string;
  region: SendGridRegion;
  /** The end of the key; null: none is set. */
  apiKeyHint: string | null;
  /** Public key of the signed event webhook, and where SendGrid has to send its events; null for the hub. */
  webhookPublicKey: string | null;
  webhookPath: string | null;
  smtpHost: string | null;
  smtpPort: number;
  smtpSecurity: SmtpSecurity;
  smtpUserName: string | null;
  isSmtpPasswordSet: boolean;
  waitingLetters: number;
}

export interface MailTransportInput {
  kind: TransportKind;
  fromAddress: string | null;
  region: SendGridRegion;
  apiKey: string | null;
  webhookPublicKey: string | null;
  smtpHost: string | null;
  smtpPort: number;
  smtpSecurity: SmtpSecurity;
  smtpUserName: string | null;
  smtpPassword: string | null;
}

export interface MailTransportTest {
  succeeded: boolean;
  sentTo: string;
  message: string | null;
  advice: string | null;
  detail: string | null;
  resumedLetters: number;
}

export interface TransportApi {
  get: () => Promise<MailTransport>;
  update: (input: MailTransportInput) => Promise<MailTransport>;
  test: () => Promise<MailTransportTest>;
}

/** How the letters of the space leave. */
export const transportApi: TransportApi = {
  get: () => http.get<MailTransport>('/api/mailing/mail-transport'),
  update: (input) => http.put<MailTransport>('/api/mailing/mail-transport', input),
  test: () => http.post<MailTransportTest>('/api/mailing/mail-transport/send-test'),
};

/** How the hub itself sends; for operators. */
export const hubTransportApi: TransportApi = {
  get: () => http.get<MailTransport>('/api/mailing/hub-mail-transport', {}, { hub: true }),
  update: (input) => http.put<MailTransport>('/api/mailing/hub-mail-transport', input, { hub: true }),
  test: () => http.post<MailTransportTest>('/api/mailing/hub-mail-transport/send-test', {}, { hub: true }),
};
