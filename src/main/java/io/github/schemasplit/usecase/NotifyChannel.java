package io.github.schemasplit.usecase;

import io.github.schemasplit.jdbc.ConnectionFailedException;
import io.github.schemasplit.notice.Notice;
import io.github.schemasplit.notice.NoticeException;
import io.github.schemasplit.notice.NoticeJson;
import io.github.schemasplit.notice.NoticeReceiver;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;

/**
 * {@code NOTIFY schemasplit} in the database itself: whoever listens gets each notice as JSON.
 *
 * @see <a href="https://www.postgresql.org/docs/current/sql-notify.html">NOTIFY</a>
 */
public final class NotifyChannel implements NoticeReceiver {
    /** The channel to listen on. */
    public static final String CHANNEL = "schemasplit";

    /** A payload must be shorter than this, in bytes of the database's encoding. */
    private static final int LIMIT = 8_000;

    private static final int SHORT = 250;

    private final Workplace workplace;

    public NotifyChannel(Workplace workplace) {
        this.workplace = workplace;
    }

    @Override
    public String name() {
        return "channel " + CHANNEL;
    }

    @Override
    public void receive(Notice notice) throws NoticeException {
        try (Connection connection = workplace.connections().open();
                PreparedStatement notify = connection.prepareStatement("SELECT pg_catalog.pg_notify(?, ?)")) {
            notify.setString(1, CHANNEL);
            notify.setString(2, payload(notice));
            notify.execute();
        } catch (SQLException | ConnectionFailedException e) {
            throw new NoticeException(e.getMessage());
        }
    }

    /** The notice as JSON, without what is too long of it. */
    static String payload(Notice notice) {
        String whole = NoticeJson.ascii(notice);
        return whole.length() < LIMIT
                ? whole
                : NoticeJson.ascii(notice.with(
                        shortened(notice.text()), List.of(), notice.failure().map(NotifyChannel::shortened)));
    }

    private static String shortened(String text) {
        return text.codePointCount(0, text.length()) <= SHORT
                ? text
                : text.substring(0, text.offsetByCodePoints(0, SHORT)) + "…";
    }
}
