package io.github.schemasplit.notice;

/** Somebody who is given notices. */
public interface NoticeReceiver {
    /** What it is called, such as {@code the webhook}; no secret. */
    String name();

    /**
     * Gives it a notice, which may take some seconds.
     *
     * @throws NoticeException when that does not get through
     */
    void receive(Notice notice) throws NoticeException;
}
