package app.recount.session;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** The beginning of a stream that may go on. */
final class FirstBytes extends FilterInputStream {

    private long left;

    /** @param count how many bytes, or as many as there are */
    FirstBytes(InputStream in, long count) {
        super(in);
        this.left = count;
    }

    @Override
    public int read() throws IOException {
        var one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        if (left <= 0) {
            return -1;
        }
        var count = super.read(bytes, offset, (int) Math.min(length, left));
        left -= Math.max(0, count);
        return count;
    }
}
