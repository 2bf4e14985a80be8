package org.pokana.channel.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The check itself: each rule is broken once, and once kept to the last character. */
class BotApiSpecTests {

    private final BotApiSpec spec = new BotApiSpec();

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            sendMessage   | {'chat_id':7}                                             | sendMessage.text: missing
            sendMessage   | {'text':'x'}                                              | sendMessage.chat_id: missing
            sendMessage   | {'chat_id':7,'text':null}                                 | sendMessage.text: missing
            sendMessage   | {'chat_id':7,'text':5}                                    | sendMessage.text: not a string
            sendMessage   | {'chat_id':7,'text':''}                                   | sendMessage.text: 0 characters, not within 1 and 4096
            sendMessage   | {'chat_id':7,'text':'x','disable_web_page_preview':true}  | sendMessage.disable_web_page_preview: no such field
            sendMessage   | {'chat_id':7,'text':'x','parse_mode':'HTML'}              | sendMessage.parse_mode: marks go out as entities, which no text can break
            sendMessage   | {'chat_id':7,'text':'x','allow_paid_broadcast':true}      | sendMessage.allow_paid_broadcast: costs money
            sendPoll      | {'chat_id':7,'question':'x','options':[{'text':'y'}],'type':'Quiz'} | sendPoll.type: "Quiz" is none of ["quiz","regular"]
            sendMassage   | {}                                                        | sendMassage: no such method
            sendVenue     | {'chat_id':7,'latitude':'north','longitude':1.5,'title':'x','address':'y'} | sendVenue.latitude: not a number
            sendDocument  | {'chat_id':7}                                             | sendDocument.document: missing
            getUpdates    | {'limit':101}                                             | getUpdates.limit: 101 as a number, not within 1 and 100
            setMyCommands | {'commands':[{'command':'menu'}]}                         | setMyCommands.commands[0].description: missing
            setMyCommands | {'commands':[{'command':'Menu','description':'x'}]}       | setMyCommands.commands[0].command: something else than a-z, 0-9 and _
            sendDocument  | {'chat_id':7,'document':'attach://plan'}                  | sendDocument: no file plan came along
            setMyCommands | {'commands':{}}                                           | setMyCommands.commands: not an array
            """)
    void findsWhatIsWrong(String method, String fields, String breach) {
        assertThat(spec.breaches(method, fields(fields), Set.of())).containsExactly(breach);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            sendMessage   | {'chat_id':'7','text':'x','reply_markup':null}
            sendMessage   | {'chat_id':7,'text':'x','link_preview_options':{'is_disabled':true}}
            sendMessage   | {'chat_id':7,'text':'x','link_preview_options':'{\\"is_disabled\\":true}'}
            sendVenue     | {'chat_id':7,'latitude':'41.5','longitude':25,'title':'x','address':'y'}
            setMyCommands | {'commands':[{'command':'menu','description':'x'}],'scope':{'type':'all_private_chats'}}
            sendMediaGroup | {'chat_id':7,'media':[{'type':'photo','media':'1'},{'type':'video','media':'2','duration':5}]}
            """)
    void leavesValidCallsAlone(String method, String fields) {
        assertThat(spec.breaches(method, fields(fields), Set.of())).isEmpty();
    }

    @Test
    void countsTextInCharactersAsPeopleDo() {
        assertThat(spec.breaches("sendMessage", text("🙂".repeat(4096)), Set.of()))
                .isEmpty();
        assertThat(spec.breaches("sendMessage", text("🙂".repeat(4097)), Set.of()))
                .hasSize(1);
    }

    @Test
    void countsNoWhiteSpaceThatIsTakenAway() {
        assertThat(spec.breaches("sendMessage", text(" x".repeat(2048) + "  "), Set.of()))
                .isEmpty();
        assertThat(spec.breaches("sendMessage", text("   "), Set.of())).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {'type':'bold','offset':0,'length':2}                                                    |
            {'type':'bold','offset':2,'length':5}                                                    |
            {'type':'date_time','offset':2,'length':5,'unix_time':1,'date_time_format':'wDT'}        |
            {'type':'bold','offset':2,'length':6}                                                    | sendMessage.entities[0]: 2 to 8, not within the 7 of the text
            {'type':'bold','offset':2,'length':0}                                                    | sendMessage.entities[0]: 2 to 2, not within the 7 of the text
            {'type':'bold','offset':-1,'length':3}                                                   | sendMessage.entities[0]: -1 to 2, not within the 7 of the text
            {'type':'bold','offset':1,'length':3}                                                    | sendMessage.entities[0]: splits a character
            {'type':'bold','offset':0,'length':1}                                                    | sendMessage.entities[0]: splits a character
            {'type':'date_time','offset':2,'length':5}                                               | sendMessage.entities[0].unix_time: missing
            {'type':'date_time','offset':2,'length':5,'unix_time':1,'date_time_format':'yyyy'}       | sendMessage.entities[0].date_time_format: not r, nor w, d or D, and t or T
            {'type':'bold','offset':2,'length':5,'unix_time':1}                                      | sendMessage.entities[0]: only a date_time has a time
            {'type':'text_link','offset':2,'length':5}                                               | sendMessage.entities[0].url: missing
            """)
    void wantsMarksThatFitTheText(String entity, String breach) {
        var breaches = spec.breaches(
                "sendMessage", fields("{'chat_id':7,'text':'🎓утре!','entities':[" + entity + "]}"), Set.of());

        assertThat(breaches).isEqualTo(breach == null ? List.of() : List.of(breach));
    }

    @Test
    void wantsToKnowWhatEachFileIsFor() {
        var call = fields("{'chat_id':7,'media':[{'type':'photo','media':'attach://a'},{'type':'photo','media':'1'}]}");
        assertThat(spec.breaches("sendMediaGroup", call, Set.of("a"))).isEmpty();
        assertThat(spec.breaches("sendMediaGroup", call, Set.of("a", "b")))
                .containsExactly("sendMediaGroup: nothing says what the file b is for");
        assertThat(spec.breaches("sendDocument", fields("{'chat_id':7}"), Set.of("document")))
                .isEmpty();
    }

    @Test
    void countsButtonDataInBytes() {
        assertThat(keyboard("[[{'text':'x','callback_data':'" + "ж".repeat(32) + "'}]]"))
                .isEmpty();
        assertThat(keyboard("[[{'text':'x','callback_data':'" + "ж".repeat(33) + "'}]]"))
                .isNotEmpty();
    }

    @Test
    void wantsExactlyOneActionPerButtonAndRowsThatPhonesShow() {
        assertThat(keyboard("[[{'text':'x'}]]")).isNotEmpty();
        assertThat(keyboard("[[{'text':'x','callback_data':'1','url':'https://example.org'}]]"))
                .isNotEmpty();
        assertThat(keyboard("[[{'text':' ','callback_data':'1'}]]")).isNotEmpty();
        assertThat(keyboard("[[{'text':'x','callback_data':'1','style':'golden'}]]"))
                .isNotEmpty();
        assertThat(keyboard("[[{'text':'x','callback_data':'1','style':'success'}]]"))
                .isEmpty();
        var four = "{'text':'x','callback_data':'1'},".repeat(4);
        assertThat(keyboard("[[" + four.substring(0, four.length() - 1) + "]]")).isNotEmpty();
        var nine = "[{'text':'x','callback_data':'1'}],".repeat(9);
        assertThat(keyboard("[" + nine.substring(0, nine.length() - 1) + "]")).isNotEmpty();
    }

    private List<String> keyboard(String rows) {
        return spec.breaches(
                "sendMessage",
                fields("{'chat_id':7,'text':'x','reply_markup':{'inline_keyboard':" + rows + "}}"),
                Set.of());
    }

    private static HashMap<String, JsonNode> text(String text) {
        return fields("{'chat_id':7,'text':'" + text + "'}");
    }

    private static HashMap<String, JsonNode> fields(String json) {
        var fields = new HashMap<String, JsonNode>();
        JsonMapper.shared()
                .readTree(json.replace('\'', '"'))
                .properties()
                .forEach(field -> fields.put(field.getKey(), field.getValue()));
        return fields;
    }
}
