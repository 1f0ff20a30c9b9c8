import com.adobe.epubcheck.api.EpubCheck;
import com.adobe.epubcheck.util.DefaultReportImpl;
import com.adobe.epubcheck.messages.Message;
import com.adobe.epubcheck.messages.Severity;
import com.adobe.epubcheck.api.EPUBLocation;
import java.io.File;
import java.util.Scanner;

/** EPUBCheck over many books in one virtual machine: paths by line on standard input, `path TAB id TAB place TAB message` for each finding,
 * then `path TAB done TAB fatals errors warnings`. Started as a single source file: `java -cp epubcheck.jar scripts/EpubCheckAll.java`. */
public class EpubCheckAll {
  public static void main(String[] arguments) {
    Scanner lines = new Scanner(System.in, "UTF-8");
    while (lines.hasNextLine()) {
      String path = lines.nextLine();
      DefaultReportImpl report = new DefaultReportImpl(path) {
        @Override public void message(Message message, EPUBLocation place, Object... values) {
          super.message(message, place, values);
          Severity severity = message.getSeverity();
          if (severity == Severity.FATAL || severity == Severity.ERROR || severity == Severity.WARNING)
            System.out.println(path + "\t" + message.getID() + "\t" + place.getPath() + ":" + place.getLine() + ":" + place.getColumn() + "\t" + message.getMessage(values).replaceAll("\\s+", " "));
        }
      };
      java.io.PrintStream error = System.err;
      System.setErr(new java.io.PrintStream(java.io.OutputStream.nullOutputStream()));
      try {
        new EpubCheck(new File(path), report).doValidate();
      } finally {
        System.setErr(error);
      }
      System.out.println(path + "\tdone\t" + report.getFatalErrorCount() + " " + report.getErrorCount() + " " + report.getWarningCount());
    }
  }
}
