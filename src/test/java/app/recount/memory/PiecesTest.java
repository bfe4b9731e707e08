package app.recount.memory;

import static org.assertj.core.api.Assertions.assertThat;

import app.recount.memory.MemorySchema.Kind;
import app.recount.memory.MemorySchema.Relation;
import app.recount.memory.Pieces.Ends;
import app.recount.memory.Pieces.Piece;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

/** However the numbers of a table's rows lie, its pieces hold each of them once. */
class PiecesTest {

    private static final CountableTable TABLE =
            new CountableTable(SourceTable.OBSERVATIONS, new Relation("observations", Kind.TABLE, List.of()), "o", "e");

    @Property
    void every_number_is_in_one_piece(
            @ForAll long one, @ForAll long other, @ForAll @LongRange(min = 1, max = 100_000) long smallest) {
        assertWhole(new Ends(Math.min(one, other), Math.max(one, other)), smallest);
    }

    @Property
    void also_where_numbers_lie_close_together(
            @ForAll long first, @ForAll @LongRange(min = 0, max = 1_000_000) long range) {
        assertWhole(new Ends(first, Math.max(first, first + range)), 4_000);
    }

    @Test
    void also_of_a_table_that_goes_as_far_as_numbers_do() {
        assertWhole(new Ends(Long.MIN_VALUE, Long.MAX_VALUE), 4_000);
        assertWhole(new Ends(Long.MIN_VALUE, Long.MIN_VALUE), 4_000);
        assertWhole(new Ends(Long.MAX_VALUE, Long.MAX_VALUE), 4_000);
    }

    @Test
    void a_small_table_is_one_piece_and_a_large_one_is_many() {
        assertThat(pieces(Optional.of(new Ends(1, 4_000)), 4_000)).hasSize(1);
        assertThat(pieces(Optional.of(new Ends(1, 40_000)), 4_000)).hasSize(10);
        assertThat(pieces(Optional.of(new Ends(1, 40_000_000)), 4_000)).hasSizeBetween(60, 65);
        assertThat(pieces(Optional.empty(), 4_000)).containsExactly(new Piece(TABLE, Long.MIN_VALUE, Long.MAX_VALUE));
    }

    @Test
    void nothing_is_left_once_it_is_abandoned() {
        var pieces = new Pieces();
        pieces.add(TABLE, Optional.empty(), 1);

        pieces.close();

        assertThat(pieces.next()).isEmpty();
    }

    private static void assertWhole(Ends ends, long smallest) {
        var pieces = pieces(Optional.of(ends), smallest);

        assertThat(pieces).hasSizeLessThanOrEqualTo(65);
        assertThat(pieces.getFirst().first()).isEqualTo(Long.MIN_VALUE);
        assertThat(pieces.getLast().last()).isEqualTo(Long.MAX_VALUE);
        for (int n = 1; n < pieces.size(); n++) {
            assertThat(pieces.get(n).first()).isEqualTo(pieces.get(n - 1).last() + 1);
        }
        assertThat(pieces).allSatisfy(piece -> assertThat(piece.first()).isLessThanOrEqualTo(piece.last()));
    }

    private static List<Piece> pieces(Optional<Ends> ends, long smallest) {
        var pieces = new Pieces();
        pieces.add(TABLE, ends, smallest);
        var all = new ArrayList<Piece>();
        for (var piece = pieces.next(); piece.isPresent(); piece = pieces.next()) {
            all.add(piece.get());
        }
        return all;
    }
}
